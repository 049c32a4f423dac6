# question: batch_forward
# why: every layer is made for the network's input
# cause: none
# fails: batch_forward-layers
# says: the result of create_layers_batch(network_input_size, layer_output_sizes): no array fits W
# edit: in_size = out_size
# to: pass

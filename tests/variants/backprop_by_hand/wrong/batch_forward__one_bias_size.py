# question: batch_forward
# why: one bias for each input of a layer
# cause: none
# fails: batch_forward-layers
# says: the result of create_layers_batch(network_input_size, layer_output_sizes): no array fits b
# edit: np.zeros(out_size)
# to: np.zeros(in_size)

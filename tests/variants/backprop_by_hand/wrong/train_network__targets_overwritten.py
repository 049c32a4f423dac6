# question: train_network
# why: leaves the differences in the targets
# cause: input_changed
# fails: train_network-step
# says: `targets` is not the same after the call
# edit: return layers
# to: targets -= feed_forward_batch(inputs, layers, activation_funcs); return layers

# question: train_network
# why: two outputs for three kinds of iris
# cause: none
# fails: train_network-iris
# says: iris_settings: the last of `layer_output_sizes` must be 3, one output for each kind of iri
# edit: [8, 3]
# to: [8, 2]

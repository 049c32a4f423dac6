# question: train_network
# why: makes new layers and drops them
# cause: not_updated
# fails: train_network-step, train_network-softmax, train_network-epochs, train_network-iris
# says: the parameters are the same after the step
# edit: layers = [
# to: new_layers = [

# question: train_network
# why: calls None
# cause: none
# fails: train_network-softmax, train_network-iris
# says: train_network(...) raised TypeError: 'NoneType' object is not callable
# edit: if activation_ders[-1] is None:
# to: if False:

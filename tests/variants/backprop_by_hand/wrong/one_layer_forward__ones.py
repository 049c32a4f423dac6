# question: one_layer_forward
# why: W is full of ones
# cause: none
# fails: one_layer_forward-shapes
# says: all entries of W are 1
# edit: np.random.randn(3, 2)
# to: np.ones((3, 2))

# question: one_layer_forward
# why: one bias for each input
# cause: none
# fails: one_layer_forward-shapes
# says: b has shape (2,), expected (out,) = (3,)
# edit: np.random.randn(3)
# to: np.random.randn(2)

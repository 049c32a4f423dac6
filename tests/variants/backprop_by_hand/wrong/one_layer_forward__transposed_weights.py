# question: one_layer_forward
# why: makes W with the sizes the wrong way round
# cause: transposed
# fails: one_layer_forward-shapes
# says: the array is transposed
# edit: np.random.randn(3, 2)
# to: np.random.randn(2, 3)

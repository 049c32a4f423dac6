# question: crossentropy_grad
# why: normalises over the samples
# cause: softmax_wrong_axis
# fails: crossentropy_grad-values
# says: is wrong in
# edit: / np.sum(exponentials, axis=1, keepdims=True)
# to:   / np.sum(exponentials, axis=0, keepdims=True)

# question: backward
# why: weight gradients are divided by the number of samples again
# cause: batch_averaged_twice
# fails: backward-single, backward-output_weights, backward-hidden_weights
# says: divided by the number of samples twice
# edit: np.dot(layer.last_input.T, delta)
# to: np.dot(layer.last_input.T, delta) / len(x)

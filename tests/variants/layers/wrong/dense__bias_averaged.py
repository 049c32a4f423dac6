# question: dense
# why: averages the gradient of the biases
# cause: averaged_although_done
# fails: dense-biases
# says: already carries the 1/N
# edit: np.sum(grad_output, axis=0)
# to:   np.mean(grad_output, axis=0)

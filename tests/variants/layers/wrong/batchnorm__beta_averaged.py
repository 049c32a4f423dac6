# question: batchnorm
# why: averages the gradient of beta
# cause: averaged_although_done
# fails: batchnorm-beta
# says: already carries the 1/N
# edit: np.sum(grad_output, axis=0)
# to:   np.mean(grad_output, axis=0)

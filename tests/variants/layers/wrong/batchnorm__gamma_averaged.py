# question: batchnorm
# why: averages the gradient of gamma
# cause: averaged_although_done
# fails: batchnorm-gamma
# says: already carries the 1/N
# edit: np.sum(grad_output * normal, axis=0)
# to:   np.mean(grad_output * normal, axis=0)

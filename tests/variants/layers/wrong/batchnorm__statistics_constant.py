# question: batchnorm
# why: takes mean and variance for constants
# cause: statistics_taken_as_constants
# fails: batchnorm-grad_input
# says: each of them depends on every sample
# edit: grad_input = (grad_normal - through_mean - through_variance) / deviation
# to:   grad_input = grad_normal / deviation

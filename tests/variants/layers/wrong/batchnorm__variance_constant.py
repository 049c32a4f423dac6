# question: batchnorm
# why: takes the variance for a constant
# cause: variance_taken_as_constant
# fails: batchnorm-grad_input
# says: the variance is taken for a constant
# edit: grad_input = (grad_normal - through_mean - through_variance) / deviation
# to:   grad_input = (grad_normal - through_mean) / deviation

# question: batchnorm
# why: uses gamma after its step
# cause: weights_after_the_step
# fails: batchnorm-grad_input
# says: after the step
# edit: grad_input = (grad_normal - through_mean - through_variance) / deviation
# to:   pass
# edit: return grad_input
# to:   grad_normal = grad_output * self.gamma; return (grad_normal - np.mean(grad_normal, axis=0) - normal * np.mean(grad_normal * normal, axis=0)) / deviation

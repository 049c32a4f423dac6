# question: minibatch
# why: takes the derivative of the sigmoid at h
# cause: derivative_at_activation
# fails: minibatch-hidden, minibatch-one_row
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: dsigmoid(z_h)
# to:   dsigmoid(h)

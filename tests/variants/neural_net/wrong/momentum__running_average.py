# question: momentum
# why: weakens the gradient by one minus the momentum
# cause: momentum_on_gradient
# fails: momentum-first_step, momentum-three_steps
# says: the gradient is scaled by one minus the momentum.
# edit: + learning_rate * grads[name]
# to:   + (1 - momentum) * learning_rate * grads[name]

# question: sgd_momentum
# why: scales the gradient by one minus the momentum
# cause: momentum_on_gradient
# fails: sgd_momentum-momentum
# says: the gradient is scaled by one minus the momentum
# edit: (learning_rate * dW + momentum * last_W, learning_rate * db + momentum * last_b)
# to: ((1 - momentum) * learning_rate * dW + momentum * last_W, (1 - momentum) * learning_rate * db + momentum * last_b)

# question: momentum
# why: float momentum 0.9 is replaced by a schedule: min(momentum, 1 - 1/(t+1)) with t kept in a default argument
# cause: none
# fails: momentum-three_steps
# says: velocity["W"] is wrong in all entries.
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9, _t=[0]):
    _t[0] += 1
    mu = min(momentum, 1 - 1 / (_t[0] + 1))
    v = {k: mu * (velocity[k] if velocity else 0) + learning_rate * grads[k] for k in grads}
    return {k: params[k] - v[k] for k in params}, v

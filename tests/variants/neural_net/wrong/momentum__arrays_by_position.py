# question: momentum
# why: pairs the arrays by position, so that keys in another order are mixed up
# cause: none
# fails: momentum-three_steps
# says: velocity["W"] (keys in another order) has shape (1,), expected (3, 4).
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    names = list(params)
    olds = list(velocity.values()) if velocity else [0] * len(names)
    v, p = {}, {}
    for name, old, grad in zip(names, olds, grads.values()):
        v[name] = momentum * old + learning_rate * grad
        p[name] = params[name] - v[name]
    return p, v

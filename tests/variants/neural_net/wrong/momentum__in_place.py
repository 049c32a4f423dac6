# question: momentum
# why: changes the caller's arrays
# cause: input_changed
# fails: momentum-pure
# says: the function works in place on the array that it was given.
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    velocity = velocity or {name: np.zeros_like(value) for name, value in params.items()}
    for name in params:
        velocity[name] = momentum * velocity[name] + learning_rate * grads[name]
        params[name] -= velocity[name]
    return params, velocity

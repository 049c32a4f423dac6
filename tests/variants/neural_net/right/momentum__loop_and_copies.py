# question: momentum
# why: a loop, with copies that are changed in place
import copy


def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    params = copy.deepcopy(params)
    if not velocity:
        velocity = {name: np.zeros_like(value) for name, value in params.items()}
    velocity = copy.deepcopy(velocity)
    for name in grads:
        velocity[name] *= momentum
        velocity[name] += learning_rate * grads[name]
        params[name] -= velocity[name]
    return [params, velocity]

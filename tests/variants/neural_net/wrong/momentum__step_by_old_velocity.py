# question: momentum
# why: makes the step before the velocity is new
# cause: moved_by_old_velocity
# also: not_updated
# fails: momentum-three_steps, momentum-first_step
# says: the parameter moves by the velocity from before the step.
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    velocity = velocity or {name: np.zeros_like(value) for name, value in params.items()}
    params = {name: value - velocity[name] for name, value in params.items()}
    velocity = {name: momentum * v + learning_rate * grads[name] for name, v in velocity.items()}
    return params, velocity

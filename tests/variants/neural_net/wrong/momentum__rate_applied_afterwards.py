# question: momentum
# why: the learning rate multiplies the velocity instead of being part of it
# cause: learning_rate_after_velocity
# fails: momentum-first_step, momentum-three_steps
# says: the learning rate is not part of the velocity.
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    velocity = velocity or {name: 0.0 for name in params}
    velocity = {name: momentum * velocity[name] + grads[name] for name in params}
    return {name: params[name] - learning_rate * velocity[name] for name in params}, velocity

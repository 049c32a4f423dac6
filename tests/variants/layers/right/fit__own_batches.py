# question: fit
# why: cuts a shuffled copy into batches with array_split, trains until the validation accuracy is reached
np.random.seed(8)
network = []
for n_in, n_out in ((X_train.shape[1], 100), (100, 200), (200, 10)):
    network.extend([Dense(n_in, n_out, 0.15), ReLU()])
network.pop()
best, epoch = 0.0, 0
while best < 0.965 and epoch < 30:
    shuffled = np.random.permutation(len(X_train))
    for rows in np.array_split(shuffled, max(1, len(shuffled) // 32)):
        train(network, X_train[rows], y_train[rows])
    best = np.mean(predict(network, X_val) == y_val)
    epoch += 1
print(epoch, best)

# question: fit
# why: no mini-batch helper, He initialisation planted, larger rate
np.random.seed(0)
sizes = [X_train.shape[1], 100, 200, 10]
network = []
for i in range(3):
    network.append(Dense(sizes[i], sizes[i + 1], learning_rate=0.2))
    network[-1].weights = np.random.randn(sizes[i], sizes[i + 1]) * np.sqrt(2 / sizes[i])
    if i < 2:
        network.append(ReLU())
for _ in range(15):
    order = np.random.permutation(len(X_train))
    for k in range(0, len(order), 32):
        rows = order[k : k + 32]
        train(network, X_train[rows], y_train[rows])

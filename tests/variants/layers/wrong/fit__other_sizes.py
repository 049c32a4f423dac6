# question: fit
# why: builds another network
# cause: none
# fails: fit-architecture
# says: expected: (64, 100), (100, 200), (200, 10)
# edit: Dense(X_train.shape[1], 100), ReLU(), Dense(100, 200), ReLU(), Dense(200, 10)
# to:   Dense(X_train.shape[1], 100), ReLU(), Dense(100, 50), ReLU(), Dense(50, 10)

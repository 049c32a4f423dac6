# question: fit
# why: leaves the activation functions out
# cause: none
# fails: fit-architecture
# says: network is linear
# edit: Dense(X_train.shape[1], 100), ReLU(), Dense(100, 200), ReLU(), Dense(200, 10)
# to:   Dense(X_train.shape[1], 100), Dense(100, 200), Dense(200, 10)

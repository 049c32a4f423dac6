# question: fit
# why: trains on labels that were shuffled apart from the images
# cause: none
# fails: fit-accuracy
# says: of the validation images; at least 95%
# edit: batches = iterate_minibatches(X_train, y_train, batchsize=32, shuffle=True)
# to:   batches = iterate_minibatches(X_train, np.random.permutation(y_train), batchsize=32, shuffle=True)

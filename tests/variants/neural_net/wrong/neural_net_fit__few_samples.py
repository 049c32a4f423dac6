# question: neural_net_fit
# why: trains on the first hundred samples only
# cause: none
# fails: neural_net_fit-accuracy
# says: model classifies
# edit: zip(X_train, y_train, strict=True)
# to:   zip(X_train[:100], y_train[:100], strict=True)

# question: library_model
# why: reports the library's running training loss
# cause: training_loss_reported
# fails: library_model-mean_nll_train
# says: this is the training loss that the library reports, a running mean with penalties.
# edit: mean_nll(X_train, y_train), mean_nll(X_test, y_test)
# to:   library_model.loss_, mean_nll(X_test, y_test)

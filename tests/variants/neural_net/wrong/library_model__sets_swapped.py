# question: library_model
# why: swaps training and test set
# cause: test_for_training
# also: training_for_test
# fails: library_model-mean_nll_train, library_model-mean_nll_test
# says: the samples are those of the test set.
# edit: mean_nll_train, mean_nll_test = mean_nll(X_train
# to:   mean_nll_test, mean_nll_train = mean_nll(X_train

# question: library_model
# why: counts samples from one
# cause: index_counted_from_one
# fails: library_model-nll_of_42
# says: this is the sample with index 41.
# edit: mean_nll(X_test[42:43], y_test[42:43])
# to:   mean_nll(X_test[41:42], y_test[41:42])

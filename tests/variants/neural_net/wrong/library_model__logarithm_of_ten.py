# question: library_model
# why: takes the logarithm to the base ten
# cause: wrong_logarithm
# fails: library_model-nll_of_42, library_model-mean_nll_train, library_model-mean_nll_test
# says: nll_of_42 has the wrong value
# edit: return nll(one_hot(10, y), library_model.predict_proba(X))
# to:   return nll(one_hot(10, y), library_model.predict_proba(X)) / np.log(10)

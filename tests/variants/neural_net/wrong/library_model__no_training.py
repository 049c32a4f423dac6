# question: library_model
# why: a single epoch at a tiny learning rate
# cause: none
# fails: library_model-accuracy
# says: library_model classifies
# edit: learning_rate_init=0.1
# to:   learning_rate_init=1e-5

# question: train_network
# why: divides by the number of entries where the samples are meant
# cause: mean_over_classes
# fails: train_network-softmax
# says: the mean is taken over all entries, classes included, instead of over the samples
# edit: (predict - targets) / len(predict)
# to: (predict - targets) / predict.size

# question: train
# why: trains on the first point only
# cause: one_sample_only
# fails: train-steps, train-learns
# says: only one sample of the batch
# edit: net.backward(x, y)
# to: net.backward(x[:1], y[:1])

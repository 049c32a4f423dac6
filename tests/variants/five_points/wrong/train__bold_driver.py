# question: train
# why: halves the learning rate where the loss rises
# cause: none
# fails: train-steps
# says: epochs is wrong
# edit: net.backward(x, y)
# to: net.backward(x, y); lr = lr / 2 if len(losses) > 1 and losses[-1] > losses[-2] else lr

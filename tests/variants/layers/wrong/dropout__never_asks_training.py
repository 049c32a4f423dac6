# question: dropout
# why: neither scales nor asks for `training`: what is dropped while training is dropped in prediction too
# cause: dropout_not_scaled
# also: dropped_in_prediction
# fails: dropout-mask, dropout-predict
# says: the entries that stay are not scaled up
class Dropout(Layer):
    def __init__(self, p):
        self.p = p
        self.training = True

    def forward(self, input):
        self.stay = np.random.uniform(size=input.shape) > self.p
        return self.stay * input

    def backward(self, input, grad_output):
        return self.stay * grad_output

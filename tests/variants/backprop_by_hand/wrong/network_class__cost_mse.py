# question: network_class
# why: the cost is always the mean squared error
# cause: none
# fails: network_class-cost
# says: cost(inputs, targets) is the mean squared error, whatever `cost_fun` is
# edit: return self.cost_fun(self.predict(inputs), targets)
# to: return mse(self.predict(inputs), targets)

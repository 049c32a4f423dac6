# question: network_class
# why: multiplies the mean by the number of samples
# cause: mean_per_sample_summed
# fails: network_class-cost
# says: cost(inputs, targets) has the wrong value
# edit: return self.cost_fun(self.predict(inputs), targets)
# to: return self.cost_fun(self.predict(inputs), targets) * len(inputs)

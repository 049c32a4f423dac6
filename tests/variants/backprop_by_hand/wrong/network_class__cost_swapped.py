# question: network_class
# why: the cost of the targets alone
# cause: none
# fails: network_class-cost
# says: cost(inputs, targets) has the wrong value
# edit: return self.cost_fun(self.predict(inputs), targets)
# to: return self.cost_fun(targets, targets)

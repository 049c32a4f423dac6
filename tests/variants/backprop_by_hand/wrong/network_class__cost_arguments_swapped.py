# question: network_class
# why: hands the targets to cost_fun first, which shows with no cost that is the same both ways
# cause: cost_arguments_exchanged
# fails: network_class-cost
# says: cost(inputs, targets) has the wrong value
# edit: return self.cost_fun(self.predict(inputs), targets)
# to: return self.cost_fun(targets, self.predict(inputs))

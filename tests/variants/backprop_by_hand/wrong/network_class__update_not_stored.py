# question: network_class
# why: makes new layers and returns them
# cause: not_updated
# fails: network_class-update
# says: the parameters are the same after the step
# edit: self.layers = [
# to: return [

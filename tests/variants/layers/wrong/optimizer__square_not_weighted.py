# question: optimizer
# why: forgets one minus decay
# cause: square_not_weighted
# fails: optimizer-weights
# says: the new square counts in full
# edit: + (1 - self.decay) * grad_weights**2
# to:   + grad_weights**2

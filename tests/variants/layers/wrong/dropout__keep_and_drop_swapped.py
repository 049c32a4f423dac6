# question: dropout
# why: keeps with probability p
# cause: keep_drop_swapped
# fails: dropout-mask
# says: the probability of dropping is used as that of keeping
# edit: >= self.p
# to:   < self.p

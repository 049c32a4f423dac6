# question: l2
# why: forgets to return
# cause: no_return
# fails: l2-layer
# says: returned None
# edit: return grad_input
# to:   pass

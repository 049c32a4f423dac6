# question: dense
# why: forgets to return the gradient for the layer below
# cause: no_return
# fails: dense-grad_input
# says: returned None
# edit: return grad_input
# to:   pass

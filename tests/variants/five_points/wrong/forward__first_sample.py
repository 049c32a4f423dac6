# question: forward
# why: returns the first sample only
# cause: none
# fails: forward-single, forward-deep
# says: forward(x) has shape (2,), expected (N, out) = (4, 2)
# edit: return x
# to: return x[0]

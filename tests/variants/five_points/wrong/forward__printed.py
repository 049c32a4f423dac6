# question: forward
# why: prints the predictions
# cause: prints_instead_of_returning
# fails: forward-single, forward-deep
# says: forward(x) returned None
# edit: return x
# to: print(x)

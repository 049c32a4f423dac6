# question: network
# why: prints the loss
# cause: prints_instead_of_returning
# fails: network-loss
# says: prints its result
# edit: return loss
# to:   print(loss)

# question: train
# why: the list of losses is made once for all calls
# cause: none
# fails: train-losses
# says: whether each call begins with an empty list
# edit: losses = []
# to: losses = train.__dict__.setdefault("losses", [])

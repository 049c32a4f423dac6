# question: fit
# why: trains for one epoch
# cause: none
# fails: fit-accuracy
# says: of the validation images; at least 95%
# edit: epochs = 11 if
# to:   epochs = 1 if

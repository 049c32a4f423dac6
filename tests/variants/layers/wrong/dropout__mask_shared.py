# question: dropout
# why: one mask for all samples
# cause: mask_shared
# fails: dropout-mask
# says: whole rows or columns
# edit: size=input.shape
# to:   size=input.shape[1:]

# question: network
# why: takes the argmax over the samples
# cause: none
# fails: network-predict
# says: has shape
# edit: return np.argmax(logits, axis=1)
# to:   return np.argmax(logits, axis=0)

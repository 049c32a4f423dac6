# question: network
# why: takes the smallest logit
# cause: best_for_worst
# fails: network-predict
# says: the best predictions come out
# edit: return np.argmax(logits, axis=1)
# to:   return np.argmin(logits, axis=1)

# question: crossentropy
# why: subtracts the largest logit of the whole batch
# cause: exponential_overflow
# fails: crossentropy-stable
# says: all exponentials of a sample vanish
# edit: shifted = logits - np.max(logits, axis=1, keepdims=True)
# to:   shifted = logits - np.max(logits)

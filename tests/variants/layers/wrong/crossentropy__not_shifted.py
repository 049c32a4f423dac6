# question: crossentropy
# why: exponentials of the logits as they are
# cause: exponential_overflow
# fails: crossentropy-stable
# says: has nan or inf
# edit: shifted = logits - np.max(logits, axis=1, keepdims=True)
# to:   shifted = logits

# question: crossentropy
# why: sums the exponentials over the samples, too
# cause: softmax_whole_array
# also: exponential_overflow
# fails: crossentropy-values, crossentropy-stable
# says: is wrong in all entries
# edit: return np.log(np.sum(np.exp(shifted), axis=1)) - of_the_truth
# to:   return np.log(np.sum(np.exp(logits))) - logits[np.arange(len(logits)), reference_answers]

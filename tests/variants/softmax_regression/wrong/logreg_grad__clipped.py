# question: logreg_grad
# why: cuts off gradients at 1
# cause: clipped_entries
# fails: logreg_grad-W
# says: of a second call on the same model
# edit: np.outer(x, delta)
# to: np.clip(np.outer(x, delta), -1, 1)

# question: minibatch
# why: returns zeros of the right shape
# cause: all_zero
# fails: minibatch-output, minibatch-hidden, minibatch-one_row
# says: every entry is zero.
def grad_loss_batch(model, X, y):
    return {name: np.zeros_like(getattr(model, name)) for name in ("W_h", "b_h", "W_o", "b_o")}

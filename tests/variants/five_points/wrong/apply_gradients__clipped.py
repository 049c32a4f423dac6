# question: apply_gradients
# why: cuts off gradients at 1
# cause: none
# also: clipped_entries
# fails: apply_gradients-step
# says: in a second call of apply_gradients
# edit: learning_rate * linear.weight_grad
# to: learning_rate * np.clip(linear.weight_grad, -1, 1)

# question: apply_gradients
# why: takes a gradient that is zero for none
# cause: none
# fails: apply_gradients-refuses
# says: although every layer has its gradients, which are zero
# edit: linear.weight_grad is None
# to: not np.any(linear.weight_grad)

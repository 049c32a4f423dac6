# question: apply_gradients
# why: asks whether there was a forward pass, not whether there are gradients
# cause: none
# fails: apply_gradients-refuses
# says: after a forward pass, before any backward
# edit: if any(linear.weight_grad is None or linear.bias_grad is None for linear in linears):
# to: if any(layer.last_input is None for layer in self.layers):

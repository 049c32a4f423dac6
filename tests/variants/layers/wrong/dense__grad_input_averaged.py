# question: dense
# why: divides the gradient for the layer below by the batch size
# cause: averaged_although_done
# fails: dense-grad_input
# says: already carries the 1/N
# edit: grad_input = grad_output @ self.weights.T
# to:   grad_input = grad_output @ self.weights.T / len(input)

# question: numerical_gradient
# why: has the default step written into the loop
# cause: step_ignored
# fails: numerical_gradient-eps
# says: the step that is passed as `eps` is not used
# edit: moved[index] = entry + eps
# to: eps = 1e-6; moved[index] = entry + eps

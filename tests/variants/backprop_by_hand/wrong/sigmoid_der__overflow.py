# question: sigmoid_der
# why: cuts z off at 5
# cause: none
# fails: sigmoid_der-large
# says: sigmoid_der(z) is 0.00664806 at z = -30
# edit: a = sigmoid(z)
# to: a = sigmoid(np.clip(z, -5, 5))

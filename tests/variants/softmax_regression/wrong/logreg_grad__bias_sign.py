# question: logreg_grad
# why: the sign of the gradient of b
# cause: wrong_sign
# fails: logreg_grad-b
# says: the sign is wrong
# edit: "b": delta}
# to: "b": -delta}

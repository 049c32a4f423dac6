# question: mse_der
# why: overwrites the prediction that it was given
# cause: input_changed
# fails: mse_der-values
# says: predict is not the same after the call
def mse_der(predict, target):
    n = len(predict)
    predict -= target
    predict *= 2.0 / n
    return predict

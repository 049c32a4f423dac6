# question: mse_der
# why: a list of floats from a loop
def mse_der(predict, target):
    n = len(target)
    return [2.0 / n * (p - t) for p, t in zip(predict, target)]

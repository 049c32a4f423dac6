# question: relu
# why: makes an array of integers for the result
# cause: integer_result
# fails: relu-forward
# says: whole numbers
# edit: return np.maximum(input, 0)
# to:   return np.maximum(input, 0).astype(int)

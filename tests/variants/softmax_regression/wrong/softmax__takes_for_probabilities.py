# question: softmax
# why: gives back unchanged what adds up to 1
# cause: none
# fails: softmax-batch
# says: is wrong in
# edit: X = np.asarray(X)
# to: X = np.asarray(X, dtype=float); done = np.allclose(np.sum(X, axis=-1), 1.0) and np.all(X > 0); X = np.log(X) if done else X

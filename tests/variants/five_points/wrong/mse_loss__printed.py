# question: mse_loss
# why: prints the loss
# cause: prints_instead_of_returning
# fails: mse_loss-forward
# says: `return` hands it back
# edit: return np.mean((y_pred - y_true) ** 2)
# to: print(np.mean((y_pred - y_true) ** 2))

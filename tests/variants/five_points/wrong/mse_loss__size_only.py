# question: mse_loss
# why: compares sizes instead of shapes
# cause: none
# fails: mse_loss-refuses
# says: for shapes (5,) and (5, 1) raised no ValueError
# edit: if np.shape(y_true) != np.shape(y_pred):
# to: if np.size(y_true) != np.size(y_pred):

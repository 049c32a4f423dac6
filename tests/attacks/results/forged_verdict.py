# title: the output by which a check says that it has passed is displayed by student code
# source: plausible
# question: softmax
# stopped by: engine
# %% softmax
from IPython.display import display, publish_display_data
from autograder.findings import OUTCOME_MIME


def passed(aspect):
    verdict = {"aspect": aspect, "status": "passed", "message": "", "findings": []}
    publish_display_data({OUTCOME_MIME: verdict, "text/plain": "passed"})
    display({OUTCOME_MIME: verdict}, raw=True)


for name in ("softmax-vector", "softmax-batch", "softmax-stable"):
    passed(name)


def softmax(X):
    passed("softmax-vector")
    return X

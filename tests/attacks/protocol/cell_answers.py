# title: the answer that a cell has run is forged, with outputs of another cell
# source: plausible
# question: softmax
# stopped by: protocol
# peers: no (it speaks to this project's own engine)
# %% first
import autograder.engine.student as student
from autograder.findings import OUTCOME_MIME
from autograder.wire import encode
verdict = {"aspect": "softmax-vector", "status": "passed", "message": "", "findings": []}
forged = [("display_data", {"data": {OUTCOME_MIME: verdict}, "metadata": {}, "transient": {}}), ("status", {"ok": True}), 7]
student._answer = lambda serial, success, messages: encode((serial, True, forged * 3), limits=student.OUTPUTS)
# %% softmax
def softmax(X):
    return X

# title: another student's notebook is read
# source: plausible
# question: softmax
# stopped by: files
# %% softmax
import json
import os
for path in ("@NEIGHBOUR@", "../../0-honest/softmax_regression/softmax_regression.ipynb"):
    try:
        stolen = json.load(open(path))
        print("THROUGH", stolen)
        exec("".join(stolen["cells"][4]["source"]))
    except OSError as problem:
        print(type(problem).__name__)
for path in ("..", "../..", "../../..", "/tmp", os.environ.get("TMPDIR", "/tmp") + "/.."):
    try:
        print("THROUGH", os.listdir(path))
    except OSError as problem:
        print(type(problem).__name__)

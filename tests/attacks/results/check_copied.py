# title: another cell has the same grade_id as the check and passes
# source: plausible
# question: softmax
# stopped by: repair
# %% first nbgrader.grade_id="softmax-vector" nbgrader.grade=true nbgrader.points=50 nbgrader.solution=false nbgrader.locked=true nbgrader.schema_version=3 nbgrader.task=false
pass
# %% last nbgrader.grade_id="softmax-batch" nbgrader.grade=true nbgrader.points=50 nbgrader.solution=false nbgrader.locked=true nbgrader.schema_version=3 nbgrader.task=false
pass
# %% softmax
def softmax(X):
    return X

# title: the installed packages and their bytecode are overwritten for the next submission
# source: plausible
# question: softmax
# stopped by: files
# peers: no (it overwrites packages)
# %% first
import glob, os, sys, autograder, numpy
targets = [autograder.__file__, numpy.__file__, sys.executable, os.path.dirname(numpy.__file__) + "/new.py"]
targets += glob.glob(os.path.dirname(autograder.__file__) + "/__pycache__/*")[:2]
targets += glob.glob(os.path.dirname(autograder.__file__) + "/checks/softmax_regression/*.py")[:2]
for path in targets:
    for change in (
        lambda: open(path, "ab").close(),
        lambda: os.open(path, os.O_RDONLY | os.O_TRUNC),
        lambda: os.unlink(path),
        lambda: os.truncate(path, 0),
        lambda: os.rename(path, path + "x"),
        lambda: os.setxattr(path, "user.x", b"x"),
    ):
        try:
            change()
            print("THROUGH", path)
        except OSError as problem:
            print(type(problem).__name__)

# title: the instructor's notebook is read, by many ways of opening
# source: https://saligrama.io/blog/gradescope-autograder-security (files of the tests)
# question: softmax
# stopped by: files
# %% first
import os, io, mmap, subprocess, shutil, glob, linecache, pathlib, ctypes
path = "@SOURCE@"
ways = {
    "open": lambda: open(path).read(),
    "os.open": lambda: os.read(os.open(path, os.O_RDONLY), 10**6).decode(),
    "O_PATH": lambda: os.read(os.open(path, os.O_PATH), 10),
    "by folder": lambda: os.read(os.open("softmax_regression.ipynb", 0, dir_fd=os.open(os.path.dirname(path), os.O_PATH)), 10**6),
    "copy": lambda: shutil.copy(path, "stolen") and open("stolen").read(),
    "linecache": lambda: "".join(linecache.getlines(path)),
    "list": lambda: str(os.listdir(os.path.dirname(path))),
    "walk": lambda: str(list(os.walk(os.path.dirname(path)))) * bool(list(os.walk(os.path.dirname(path)))),
    "glob": lambda: "".join(glob.glob(os.path.dirname(path) + "/*")),
    "C": lambda: ctypes.CDLL(None).open(path.encode(), 0) >= 0 and "descriptor",
    "numpy": lambda: __import__("numpy").fromfile(path, dtype="u1").tobytes().decode(),
    "magic": lambda: get_ipython().run_line_magic("pycat", path),
    "run": lambda: get_ipython().run_line_magic("run", path),
    "chdir": lambda: os.chdir(os.path.dirname(path)) or open(os.path.basename(path)).read(),
}
for name, way in ways.items():
    try:
        if stolen := way():
            print("THROUGH", name, stolen[:10**5])
    except BaseException as problem:
        print(name, type(problem).__name__)

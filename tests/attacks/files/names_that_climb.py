# title: names with dots, absolute names and descriptors of folders climb out
# source: plausible
# question: softmax
# stopped by: files
# peers: no (it writes outside of the course)
# %% first
import os
folder = os.open(".", os.O_RDONLY)
for path in ("../out", "../../out", "./../../../out", "a/../../out", "@OUTSIDE@/out", "/out", "/tmp/out", "/dev/shm/out"):
    for write in (
        lambda: open(path, "w").write("x"),
        lambda: os.mkdir(path),
        lambda: os.close(os.open(path, os.O_CREAT | os.O_WRONLY, dir_fd=folder)),
        lambda: os.rename(open("inside", "w").name, path),
    ):
        try:
            write()
            print("THROUGH", path)
        except OSError as problem:
            print(type(problem).__name__)

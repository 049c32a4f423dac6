# title: modes, owners and dates of files of the same user are changed
# source: https://gradema.readthedocs.io/en/latest/develop/assignment/security.html (read-only results)
# question: softmax
# stopped by: files
# peers: no (it changes modes)
# %% first
import os
before = os.stat("@OUTSIDE@")
for change in (lambda: os.chmod("@OUTSIDE@", 0o000), lambda: os.chown("@OUTSIDE@", 1, 1), lambda: os.utime("@OUTSIDE@", (1, 1))):
    try:
        change()
    except OSError as problem:
        print(type(problem).__name__)
after = os.stat("@OUTSIDE@")
if (before.st_mode, before.st_uid, before.st_mtime) != (after.st_mode, after.st_uid, after.st_mtime):
    print("THROUGH")

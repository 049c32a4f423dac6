# title: a file is left for the next submission, in every folder that may be shared
# source: plausible
# question: softmax
# stopped by: files
# peers: no (it writes to /tmp)
# %% first
import os, tempfile, mmap
for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/mnt"):
    path = os.path.join(folder, "message-from-a-friend")
    if os.path.exists(path):
        print("THROUGH found", path)
    try:
        open(path, "w").write("the answer is 42")
        if os.path.realpath(folder) != os.getcwd():
            print("THROUGH", path)
    except OSError as problem:
        print(type(problem).__name__)

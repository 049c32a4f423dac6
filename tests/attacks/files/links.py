# title: symbolic and hard links lead out of the working folder
# source: plausible
# question: softmax
# stopped by: files
# peers: no (it moves files)
# %% first
import os
for number, path in enumerate(("@SOURCE@", "@HOME@", "@OUTSIDE@", "/etc/passwd", "/proc/self/mem", "..")):
    for link in (os.symlink, os.link, os.rename):
        name = f"link-{number}-{link.__name__}"
        try:
            link(path, name)
            print("THROUGH", name, open(name).read())
        except OSError as problem:
            print(type(problem).__name__)
for make in (lambda: os.mkfifo("fifo"), lambda: os.mknod("device", 0o20666, os.makedev(1, 1))):
    try:
        make()
        print("THROUGH")
    except OSError as problem:
        print(type(problem).__name__)

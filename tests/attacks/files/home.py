# title: keys in the home folder are read
# source: plausible
# question: softmax
# stopped by: files
# peers: no (it reads real files)
# %% first
import os, pathlib, pwd
homes = {"@HOME@"[: -len("/.netrc")], os.path.expanduser("~"), pwd.getpwuid(os.getuid()).pw_dir, "/root", "/home"}
for home in homes:
    for name in (".netrc", ".ssh/id_ed25519", ".bashrc", ".jupyter", ""):
        try:
            path = pathlib.Path(home, name)
            if path.resolve() != pathlib.Path.cwd():
                print("THROUGH", path, os.listdir(path) if path.is_dir() else path.read_text())
        except OSError as problem:
            print(type(problem).__name__)

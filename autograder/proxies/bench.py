"""What a call of a student's function costs beyond its work: `python -m autograder.proxies.bench`.

Forks a student process that answers over a pair of sockets, calls `lambda x: x + 1` with 1,000 float64 from here, and
prints the times of many calls in microseconds, beside those of a bare frame there and back, and of the codec alone.
"""

import os

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

import socket
import time
from collections.abc import Callable

import numpy as np

from autograder.proxies import Client, Server
from autograder.wire import FROM_EXAMINER, FROM_STUDENT, Channel, decode, encode

CALLS = 2_000


def microseconds(action: Callable[[], object], calls: int = CALLS) -> np.ndarray:
    """Times of several calls, in microseconds, ascending."""
    times = []
    for _ in range(calls):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return np.sort(times) * 1e6


def main() -> None:
    """Measure and print."""
    here, there = socket.socketpair()
    student = os.fork()
    if student == 0:
        here.close()
        descriptor = there.detach()
        work = {"step": lambda x: x + 1, "sum": lambda x: float(x.sum()), "model": type("Model", (), {})()}
        Server(work, Channel(descriptor, descriptor, FROM_EXAMINER)).run()
        os._exit(0)
    there.close()
    descriptor = here.detach()
    client = Client(Channel(descriptor, descriptor, FROM_STUDENT))
    step, total, model = (client.get(name) for name in ("step", "sum", "model"))
    x = np.random.default_rng(0).normal(size=1000)
    model.W = x
    data = encode(x)
    for name, action in (
        ("call, 1,000 float64 there and back", lambda: step(x)),
        ("call, 1,000 float64 there, a number back", lambda: total(x)),
        ("call, a number there and back", lambda: step(1.0)),
        ("read an attribute of 1,000 float64", lambda: model.W),
        ("the work itself", lambda: x + 1),
        ("codec: encode 1,000 float64", lambda: encode(x)),
        ("codec: decode 1,000 float64", lambda: decode(data)),
    ):
        times = microseconds(action)
        print(f"{name:42} median {np.median(times):7.1f} us, 95 % {times[int(0.95 * CALLS)]:7.1f} us")
    client.close()
    os.waitpid(student, 0)


if __name__ == "__main__":
    main()

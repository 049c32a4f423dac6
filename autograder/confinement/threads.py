"""Libraries that share work between processes are made to use threads: there are no other processes here.

This stops nobody; the filter does. It lets honest code go on that would meet a refused call: locks of `multiprocessing`
are files in /dev/shm, which `ThreadPool`, joblib's threads and tqdm create in passing, and joblib's default is to start
Python again. Created before the fork such a lock would even be shared by all submissions, and one of them could hold it
for ever.
"""

from __future__ import annotations

import threading
from multiprocessing import synchronize


def use_threads() -> None:
    """Give the locks of `multiprocessing` and the default of joblib to threads.

    Call it in the process that forks, before other libraries are imported (tqdm makes its lock when it is imported).
    """
    for name in ("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore", "Event", "Barrier"):
        setattr(synchronize, name, _without_context(getattr(threading, name)))
    try:
        from joblib import parallel
    except ImportError:
        return
    parallel.register_parallel_backend("threading", parallel.ThreadingBackend, make_default=True)


def _without_context(make):
    """`multiprocessing` says which way of starting processes a lock is for; that of threads does not ask."""

    def lock(*arguments, ctx=None):
        return make(*arguments)

    return lock

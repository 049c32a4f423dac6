# title: shared memory, semaphores and message queues connect submissions
# source: plausible
# question: softmax
# stopped by: files
# peers: no (it leaves shared memory behind)
# %% first
import ctypes, multiprocessing, multiprocessing.shared_memory, os
library = ctypes.CDLL(None, use_errno=True)
for name, make in {
    "shared memory": lambda: multiprocessing.shared_memory.SharedMemory("attack", create=True, size=10),
    "shm": lambda: os.open("/dev/shm/attack", os.O_CREAT | os.O_RDWR),
    "memfd": lambda: os.memfd_create("attack"),
    "shmget": lambda: library.shmget(77, 4096, 0o1666) >= 0 or 1 / 0,
    "semget": lambda: library.semget(77, 1, 0o1666) >= 0 or 1 / 0,
    "msgget": lambda: library.msgget(77, 0o1666) >= 0 or 1 / 0,
    "mq_open": lambda: library.mq_open(b"/attack", 0o102, 0o666, None) >= 0 or 1 / 0,
}.items():
    try:
        make()
        print("THROUGH", name)
    except (OSError, ZeroDivisionError) as problem:
        print(name, type(problem).__name__)

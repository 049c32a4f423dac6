# title: files of others are watched, locked, and opened by their handles
# source: plausible
# question: softmax
# stopped by: files
# peers: no (harmless there, for root only)
# %% first
import ctypes, os
library = ctypes.CDLL(None, use_errno=True)
handle = ctypes.create_string_buffer(256)
calls = {
    "inotify": lambda: library.inotify_init1(0),
    "fanotify": lambda: library.fanotify_init(0, 0),
    "name_to_handle_at": lambda: library.name_to_handle_at(-100, b"@SOURCE@", handle, ctypes.byref(ctypes.c_int()), 0),
    "open_by_handle_at": lambda: library.open_by_handle_at(-100, handle, 0),
    "swapon": lambda: library.swapon(b"@SOURCE@", 0),
    "quotactl": lambda: library.quotactl(0x800000, b"/", 0, None),
}
for name, call in calls.items():
    print("THROUGH" if call() >= 0 else "refused", name)

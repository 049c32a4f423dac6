"""Causes in what a call leaves behind: in the caller's lists, in the object, in the class, in the module."""

CAUSES = {
    "kept_from_earlier_call": (
        "something of an earlier call enters this one.",
        "attributes, globals, caches and mutable default arguments: what is in them when the second call begins",
    ),
    "list_changed": (
        "the function changes the list that it was given.",
        "`reverse`, `pop`, `insert` and `...[-1] = ...` change the caller's list; a copy may be changed",
    ),
    "shared_by_all_objects": (
        "it belongs to the class or to the module, so all objects share it.",
        "where it is stored: `self.... = ...` in `__init__` gives each object its own",
    ),
}

"""The format that `encoder` writes and `decoder` reads.

One byte says what follows; numbers are little-endian. Lists, dicts, sets and arrays are counted in the order in
which they begin, so that an answer can name them (`references.Argument`).
"""

import struct

INTEGER = struct.Struct("<q")
REAL = struct.Struct("<d")
PAIR = struct.Struct("<dd")
COUNT = struct.Struct("<I")
NUMBER = struct.Struct("<Q")

NONE, TRUE, FALSE, INT, BIG, FLOAT, COMPLEX, TEXT, BYTES = b"NTFiIdcsb"
LIST, TUPLE, DICT, SET, SLICE, ARRAY, SCALAR = b"ltmeLan"
SHOWN, KNOWN, ARGUMENT, IMPORTABLE, STREAM = b"rkghq"

KEYS = (type(None), bool, int, float, str, bytes)
"""Types of the keys of dicts and the entries of sets, and of the parts of those that are tuples."""

"""Causes that need no knowledge of the exercise: how the numbers themselves relate."""

CAUSES = {
    "not_written": (
        "the TODO is still there.",
        "the cell of this question; delete the `raise NotImplementedError` line when you have written your code",
    ),
    "prints_instead_of_returning": (
        "the function prints its result; `print` shows a value, `return` hands it back.",
        "the last line of the function",
    ),
    "no_return": ("a branch of the function ends without `return`.", "the last line of the function"),
    "wrong_sign": ("the sign is wrong in every entry.", "each minus sign on the way to this result"),
    "constant_factor": (
        "every entry is {factor} times what it should be.",
        "constants, averages and sums on the way to this result",
    ),
    "transposed": ("the array is transposed.", "the order of the two factors where this array is made"),
    "integer_result": (
        "the result is stored in integers, so the decimals are cut off.",
        "where the array is made: one made like an integer array (`zeros_like`, `dtype=int`) keeps integers",
    ),
    "all_zero": ("every entry is zero.", "whether the result is ever written into this array"),
    "input_changed": (
        "the function works in place on the array that it was given.",
        "lines such as `x -= ...` or `x[...] = ...`: they change the caller's array",
    ),
}

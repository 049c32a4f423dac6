"""Causes in activation functions, their derivatives, and softmax."""

CAUSES = {
    "softmax_wrong_axis": (
        "each column adds up to 1 instead of each row.",
        "the axis over which softmax sums",
    ),
    "softmax_whole_array": (
        "the whole array adds up to 1 instead of each row.",
        "the axis over which softmax sums",
    ),
    "another_base": (
        "the exponentials have another base.",
        "which exponential function is used",
    ),
    "softmax_overflow": (
        "the exponential of a large logit overflows, and inf / inf is nan.",
        "what may be subtracted from all logits without changing the result",
    ),
    "softmax_underflow": (
        "all exponentials of a row become 0, and 0 / 0 is nan.",
        "what is subtracted from the logits: the largest one of each row must become 0",
    ),
    "derivative_at_activation": (
        "the derivative is taken at the activation instead of the pre-activation.",
        "what is handed to the derivative of the activation function",
    ),
    "argument_taken_for_activation": (
        "the argument is taken for an activation already: handed the activation, it would be right.",
        "what the argument of the function is, and what its formula is made of",
    ),
    "missing_activation_derivative": (
        "the derivative of the activation function is missing as a factor.",
        "the step from the activation back to its pre-activation",
    ),
    "doubled_activation_derivative": (
        "the derivative of the activation function is multiplied in twice.",
        "the step from the activation back to its pre-activation",
    ),
    "times_two_for_square": (
        "a square is written as `* 2` instead of `** 2`.",
        "every square in the derivative",
    ),
    "derivative_of_tanh": ("this is the derivative of tanh.", "which function the derivative belongs to"),
    "another_activation": ("this is another activation function.", "which function is computed"),
    "activation_not_used": (
        "the network uses a function of its own, whatever activation is passed.",
        "which function `forward` calls, and where it comes from",
    ),
    "function_for_derivative": (
        "this is the function itself, not its derivative.",
        "what is returned",
    ),
    "saved_after_activation": (
        "the activation is saved in place of the pre-activation.",
        "what is stored, and when: before or after the activation function",
    ),
}

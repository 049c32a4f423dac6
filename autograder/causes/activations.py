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
    "softmax_overflow": (
        "the exponential of a large logit overflows, and inf / inf is nan.",
        "what may be subtracted from all logits without changing the result",
    ),
    "derivative_at_activation": (
        "the derivative is taken at the activation instead of the pre-activation.",
        "what is handed to the derivative of the activation function",
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
    "function_for_derivative": (
        "this is the function itself, not its derivative.",
        "what is returned",
    ),
    "saved_after_activation": (
        "the activation is saved in place of the pre-activation.",
        "what is stored, and when: before or after the activation function",
    ),
}

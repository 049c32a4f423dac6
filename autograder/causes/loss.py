"""Causes in cost functions and their derivatives."""

CAUSES = {
    "sum_for_mean": (
        "the sum over the samples is returned instead of their mean.",
        "how samples are combined",
    ),
    "missing_minus": (
        "the minus sign of the log likelihood is missing.",
        "the sign in front of the logarithm",
    ),
    "wrong_logarithm": ("the logarithm has another base.", "which logarithm is used"),
    "missing_factor_two": (
        "the factor 2 of the square's derivative is missing.",
        "the derivative of a square",
    ),
    "missing_mean": (
        "the division by the number of entries is missing.",
        "how the cost averages its entries",
    ),
    "softmax_minus_truth_flipped": (
        "prediction and truth are swapped.",
        "the difference of prediction and truth, and its order",
    ),
    "mean_over_samples_only": (
        "the sum is divided by the number of samples, not by the number of entries.",
        "what the cost is divided by when there are several outputs",
    ),
    "absolute_for_square": (
        "absolute values stand in the place of squares.",
        "the power of each difference",
    ),
    "root_of_the_mean": (
        "the square root of the right value is returned.",
        "the last step of the cost",
    ),
    "cost_arguments_exchanged": (
        "the cost is taken with the truth in the place of the prediction, and the prediction in the place of the truth.",
        "the order in which the two are handed to the cost",
    ),
    "missing_factor_and_mean": (
        "both the factor 2 and the division by the number of entries are missing.",
        "the derivative of a mean of squares",
    ),
    "squared_error_for_cross_entropy": (
        "the derivative of the mean squared error is used where that of softmax with the cross-entropy belongs.",
        "what the backward pass starts with when the last entry of `activation_ders` is None",
    ),
}

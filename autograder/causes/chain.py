"""Causes in the chain rule from layer to layer."""

CAUSES = {
    "bias_gradient_of_ones": (
        "the gradient of the bias ignores what comes from above.",
        "the chain rule for the bias",
    ),
}

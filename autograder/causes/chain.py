"""Causes in the chain rule from layer to layer."""

CAUSES = {
    "bias_gradient_of_ones": (
        "the gradient of the bias ignores what comes from above.",
        "the chain rule for the bias",
    ),
    "layer_left_out": (
        "this layer is left out.",
        "the first and the last turn of the loop over the layers",
    ),
    "network_input_everywhere": (
        "every layer is fed the network's input instead of the output of the layer before.",
        "what each turn of the loop over the layers starts from",
    ),
    "gradient_accumulated": (
        "the gradient of the call before is still in it.",
        "whether a gradient is stored or added to the old one",
    ),
}

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
    "upstream_left_out": (
        "the derivative that comes from above is missing as a factor.",
        "the chain rule: what this derivative is multiplied with",
    ),
    "layers_reversed": (
        "the layers' gradients come in reverse order.",
        "the order in which they are collected: the first entry belongs to the first layer",
    ),
    "activation_ders_ignored": (
        "these are the true derivatives, not the ones that were passed.",
        "which derivatives the function uses: those of its argument `activation_ders`, by hand",
    ),
    "cost_der_ignored": (
        "the derivative of the mean squared error is used, whatever `cost_der` is passed.",
        "what the loop over the layers starts with",
    ),
    "starts_with_difference": (
        "the way back starts with prediction minus target as the derivative by the last pre-activation.",
        "the last layer: the derivative of this cost, and the slope of this activation",
    ),
    "derivative_of_another_layer": (
        "the activation derivative of another layer is used.",
        "which layer's derivative each layer takes: its own",
    ),
    "derivatives_by_hand": (
        "it follows the derivatives that were passed; automatic differentiation needs none.",
        "which function is differentiated, and by which argument",
    ),
    "parameters_from_elsewhere": (
        "the weights and biases that are passed have no influence: others stand in their place, or none.",
        "the names inside of the function: those of its own arguments, or those of the notebook",
    ),
    "bias_left_out": ("the bias is left out.", "what makes a pre-activation"),
    "changed_by_backward": (
        "the way back changes parameters, so the layers below are derived with other weights than they were used with.",
        "where weights and biases are assigned: a gradient is stored here, the step comes later",
    ),
}

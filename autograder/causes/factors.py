"""Causes in one factor of a gradient: another array stands there, or none, or one too many."""

CAUSES = {
    "input_left_out": (
        "the layer's input is missing as a factor.",
        "what a weight is multiplied by in the forward pass",
    ),
    "weights_for_input": (
        "the weights stand where the layer's input belongs.",
        "what a weight is multiplied by in the forward pass",
    ),
    "preactivation_for_input": (
        "the layer's own pre-activation stands where its input belongs.",
        "what a weight is multiplied by in the forward pass",
    ),
    "input_of_another_layer": (
        "the input of another layer is used.",
        "the index with which the layer's input is looked up",
    ),
    "activation_for_derivative": (
        "the activation itself stands where its derivative belongs.",
        "the step from the activation back to its pre-activation",
    ),
    "derivative_at_input": (
        "the derivative of the activation is taken at the layer's input instead of its pre-activation.",
        "what is handed to the derivative of the activation function",
    ),
    "derivative_of_sigmoid": (
        "the derivative of the sigmoid is used, whatever the activation is.",
        "which derivative is used for this layer, and where it comes from",
    ),
    "slope_above_left_out": (
        "what is handed down lacks the activation derivative of the layer above.",
        "what a layer hands down: how the cost changes with its pre-activation, not with its activation",
    ),
    "weights_of_another_layer": (
        "the way down goes through the weights of another layer.",
        "which weights stand between this layer and the one above it",
    ),
    "weights_not_transposed": (
        "on the way down the weights are taken the other way round.",
        "which unit of this layer meets which unit of the layer above, and through which weight",
    ),
    "one_unit_only": (
        "only one unit of the layer above is counted on the way down.",
        "sums over the units of the layer above, and indices such as `[0]`",
    ),
    "weights_left_out": (
        "the weights of the layer above are missing on the way down.",
        "how a change of this layer's output reaches the layer above",
    ),
    "truth_alone": (
        "only the truth is there, not the prediction.",
        "the difference of prediction and truth",
    ),
    "truth_added": (
        "the truth is added where it must be subtracted.",
        "the sign in front of the truth",
    ),
    "truth_of_another_sample": (
        "each sample meets the truth of another one.",
        "the index with which the truth is looked up",
    ),
    "truth_of_first_sample": (
        "every sample meets the truth of the first one.",
        "the index with which the truth is looked up",
    ),
    "truth_one_class_off": (
        "the truth is counted one class further on.",
        "where the class becomes an index",
    ),
    "cost_by_probability": (
        "the derivative is that by the probabilities; the way through softmax back to the logits is missing.",
        "the step from the probabilities back to the logits",
    ),
    "squares_for_likelihood": (
        "it is the derivative of a squared error, not of the negative log likelihood.",
        "which cost is differentiated",
    ),
    "logits_for_probabilities": (
        "the logits stand where the probabilities belong.",
        "what the truth is subtracted from",
    ),
    "extra_activation_derivative": (
        "the derivative of an activation function is multiplied in, although softmax and logarithm have been taken together already.",
        "the step from the cost back to the logits: what has been counted there already",
    ),
    "cost_for_derivative": (
        "the cost, entry by entry, stands where its derivative belongs.",
        "the derivative of a square",
    ),
    "difference_without_sign": (
        "the difference has lost its sign.",
        "absolute values and squares in the derivative of the cost",
    ),
    "target_not_subtracted": ("the target is not subtracted.", "the difference of prediction and target"),
    "prediction_not_in_it": ("the prediction is missing.", "the difference of prediction and target"),
    "target_added": ("the target is added where it must be subtracted.", "the sign in front of the target"),
    "one_sample_left_out": (
        "one sample of the batch is left out.",
        "where the loop over the samples starts and ends",
    ),
}

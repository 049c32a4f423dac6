"""Causes in a whole network: what enters where, what comes out, what is measured of it."""

CAUSES = {
    "sigmoid_overflow": (
        "the exponential of a large number overflows, and inf / inf is nan.",
        "a form of the sigmoid in which a huge exponential stands below the line only, or a function that cannot overflow",
    ),
    "sigmoid_mirrored": (
        "the sign in the exponential is flipped.",
        "the sign in the exponential of the sigmoid",
    ),
    "results_in_other_order": (
        "the arrays are there, but in another order.",
        "the `return` of `forward_keep_activations`, and the order in its docstring",
    ),
    "softmax_left_out": ("these are the logits, not probabilities.", "the last step of the forward pass"),
    "sigmoid_for_softmax": (
        "the output layer uses the sigmoid instead of softmax.",
        "the last step of the forward pass",
    ),
    "preactivation_for_activation": (
        "the pre-activation is used where the activation belongs.",
        "which of z_h and h the output layer is fed with",
    ),
    "activation_left_out": (
        "the activation function is not applied.",
        "the step from a pre-activation to the input of the next layer",
    ),
    "last_activation_left_out": (
        "the activation function of the last layer is missing.",
        "the last turn of the loop over the layers",
    ),
    "last_activation_twice": (
        "the activation function of the last layer is applied twice.",
        "what happens behind the loop over the layers",
    ),
    "hidden_activations_left_out": (
        "only the last layer has its activation function.",
        "what stands inside the loop over the layers, and what behind it",
    ),
    "first_activation_everywhere": (
        "every layer has the activation function of the first.",
        "which activation function each layer takes",
    ),
    "last_activation_everywhere": (
        "every layer has the activation function of the last.",
        "which activation function each layer takes",
    ),
    "activations_reversed": (
        "the activation functions come in reverse order.",
        "which activation function each layer takes",
    ),
    "first_layer_not_used": (
        "the first layer is left out.",
        "where the loop over the layers starts",
    ),
    "last_layer_not_used": ("the last layer is left out.", "where the loop over the layers ends"),
    "activation_behind_last_layer": (
        "the last layer gets the activation function, too.",
        "the last layer: between it and softmax stands nothing",
    ),
    "running_average_for_velocity": (
        "the velocity is a running average of the gradients.",
        "where the learning rate enters, and what the gradient is multiplied with",
    ),
    "learning_rate_after_velocity": (
        "the learning rate is not part of the velocity.",
        "where the learning rate enters: before or after the velocity is made",
    ),
    "norms_added": (
        "the norms of the arrays are added up.",
        "where the root is taken: before or after the arrays are put together",
    ),
    "norm_without_root": ("the square root is missing.", "the last step of the norm"),
    "norm_of_matrices": (
        "the largest singular value of each matrix is taken, not the root of the sum of its squares.",
        "what the norm that is called does with a matrix",
    ),
    "norm_averaged": ("the norm is divided by the number of entries.", "sums and means"),
    "one_array_only": (
        "only one array of the dict counts.",
        "the loop over the dict, and what happens after it",
    ),
    "index_counted_from_one": ("this is the sample with index 41.", "indices: they start at 0"),
    "training_for_test": ("the samples are those of the training set.", "which set is used"),
    "test_for_training": ("the samples are those of the test set.", "which set is used"),
    "training_loss_reported": (
        "this is the training loss that the library reports, a running mean with penalties.",
        "the probabilities that the trained model predicts",
    ),
}

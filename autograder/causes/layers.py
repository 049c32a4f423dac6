"""Causes in networks that are lists of layers, and in what single layers do."""

CAUSES = {
    "passes_everything": (
        "everything passes: the output is the input.",
        "what the layer does with entries below 0",
    ),
    "absolute_value": (
        "negative entries come out positive instead of as 0.",
        "what becomes of entries below 0",
    ),
    "upstream_ignored": (
        "what comes from above is ignored.",
        "where `grad_output` enters `backward`",
    ),
    "mask_from_upstream": (
        "the sign of the upstream gradient decides what passes, not that of the input.",
        "which array is compared with 0 in `backward`",
    ),
    "input_for_upstream": (
        "the input is handed down in place of the upstream gradient.",
        "what is multiplied by the derivative in `backward`",
    ),
    "weights_after_the_step": (
        "the gradient for the layer below is computed after the step, with parameters that have already moved.",
        "the order of the lines in `backward`",
    ),
    "averaged_although_done": (
        "the gradient is averaged over the batch, although `grad_output` already carries the 1/N of the mean loss.",
        "means and divisions by the number of samples in `backward`",
    ),
    "biases_not_added": ("the biases are not added.", "whether the forward pass uses every parameter"),
    "shared_by_all_layers": (
        "all layers share them: they belong to the class, not to the object.",
        "where they are stored: `self.` gives each object its own",
    ),
    "weights_all_equal": (
        "units that start equal get equal gradients, and stay equal for ever.",
        "how the random numbers of the weights are drawn, and their shape",
    ),
    "weights_not_centred": (
        "the random numbers are not centred at 0.",
        "the mean of the distribution, or both ends of the interval",
    ),
    "variance_for_deviation": (
        "the number that should be the variance is used as the standard deviation.",
        "what the argument of the random generator means",
    ),
    "bound_for_deviation": (
        "the bound of a uniform and the deviation of a normal distribution are mixed up.",
        "which number belongs to which distribution",
    ),
    "one_side_of_the_layer": (
        "only the inputs or only the outputs are counted.",
        "the sum of the layer's two sizes",
    ),
    "exponential_overflow": (
        "the exponential of a large logit overflows, or all exponentials of a sample vanish.",
        "what may be subtracted from all logits of a sample without changing the result",
    ),
    "truth_not_subtracted": (
        "the true class is not taken into account.",
        "what the gradient looks like when a sample is predicted perfectly",
    ),
    "layers_forwards": (
        "the backward pass visits the first layer first.",
        "the direction of the loop over the layers",
    ),
    "last_layer_skipped": (
        "the last layer never gets a call of `backward`.",
        "where the backward loop over the layers starts",
    ),
    "first_layer_left_out": (
        "the first layer never gets a call of `backward`.",
        "where the backward loop over the layers ends",
    ),
    "input_of_next_layer": (
        "each layer is given its own output, the input of the layer above, in place of its input.",
        "what each layer is given as its input: in a list of activations, the network's input comes first",
    ),
    "step_made_twice": (
        "each layer makes more than one step.",
        "how often `backward` is called for each layer",
    ),
    "backward_not_called": (
        "no layer gets a call of `backward`, so nothing is learnt.",
        "the backward loop over the layers",
    ),
    "penalty_missing": (
        "the penalty has no influence on the step.",
        "the derivative of the second part of the cost",
    ),
    "penalty_wrong_sign": (
        "the penalty lets the weights grow instead of shrink.",
        "the sign of the penalty in the step",
    ),
    "penalty_scaled_by_learning_rate": (
        "the penalty is multiplied by the learning rate twice.",
        "where the learning rate enters the step",
    ),
    "penalty_after_the_step": (
        "the penalty is taken of the weights after the plain step.",
        "the order of the lines: both parts of the gradient belong to the weights before the step",
    ),
    "biases_penalised": (
        "the biases are penalised as well.",
        "which parameters are in the second part of the cost",
    ),
    "step_one_call_late": (
        "the step is made with what the layer remembered before this gradient: it comes one call late.",
        "the order of the lines: first the memory takes in the gradient, then the parameter moves",
    ),
    "memory_lost": (
        "what is kept from step to step is overwritten: the steps before have no influence.",
        "the line that updates what the layer remembers",
    ),
    "memory_never_fades": (
        "the memory does not fade: all steps so far count in full.",
        "the factor in front of what the layer remembers",
    ),
    "gradient_weakened_by_memory": (
        "the new gradient is multiplied by one minus the momentum.",
        "the factor in front of the new gradient",
    ),
    "eps_inside_root": (
        "eps stands under the square root.",
        "the order of the root and the addition in the denominator",
    ),
    "root_missing": ("the square root is missing.", "what the gradient is divided by"),
    "square_not_weighted": (
        "the new square counts in full.",
        "the factor in front of the new squared gradient",
    ),
    "memory_not_from_zero": (
        "the mean of the squares does not begin at zero: the first square alone counts in full.",
        "what the layer remembers before its first step, and what divides it later",
    ),
    "dropout_not_scaled": (
        "the entries that stay are not scaled up.",
        "the expected value of an entry before and after",
    ),
    "keep_drop_swapped": (
        "the probability of dropping is used as that of keeping.",
        "what `p` stands for",
    ),
    "mask_shared": (
        "one random number decides for many entries.",
        "the shape of the random numbers",
    ),
    "scaled_in_prediction": (
        "the output is scaled in prediction.",
        "where the expected value is already taken care of",
    ),
    "dropped_in_prediction": (
        "entries are dropped in prediction, too.",
        "what `forward` does when `training` is False",
    ),
    "old_mask_used": (
        "the mask of the last training pass is still used.",
        "what `backward` does after a forward pass in prediction",
    ),
    "another_mask": (
        "the gradient passes where other random numbers let it pass, not where the input did.",
        "where random numbers are drawn, and what `forward` keeps for `backward`",
    ),
    "mask_left_out": (
        "the gradient passes everywhere, also where the entry fell.",
        "what `backward` multiplies what comes from above with",
    ),
    "updated_in_prediction": (
        "the running statistics move in prediction, too.",
        "what `forward` does when `training` is False",
    ),
    "classes_of_another_layer": (
        "the classes are those of another layer's activation.",
        "which of the activations decides: the index into the list",
    ),
    "unbiased_variance": (
        "the unbiased variance is used where the biased one is asked for.",
        "what the variance is divided by",
    ),
    "eps_outside_root": (
        "eps is added to the deviation instead of the variance.",
        "the order of the root and the addition",
    ),
    "deviation_for_variance": (
        "the output is divided by the variance instead of the deviation.",
        "what the centred input is divided by",
    ),
    "statistics_over_wrong_axis": (
        "mean and variance are taken over the units of a sample instead of over the samples of a unit.",
        "the axis of mean and variance",
    ),
    "momentum_swapped": (
        "the old value and the batch change places.",
        "which of the two is multiplied by `momentum`",
    ),
    "batch_statistics_in_prediction": (
        "the batch's own statistics are used in prediction.",
        "what `forward` does when `training` is False",
    ),
    "statistics_taken_as_constants": (
        "mean and variance are taken for constants, but each of them depends on every sample.",
        "the ways from one entry of the input to all outputs of its unit",
    ),
    "variance_taken_as_constant": (
        "the variance is taken for a constant, but it depends on every sample.",
        "the ways from one entry of the input to all outputs of its unit",
    ),
    "fixed_learning_rate": (
        "the step does not use the attribute `learning_rate`.",
        "where the step's size comes from",
    ),
    "input_not_normalised": (
        "the input is used where the normalised input belongs.",
        "what gamma is multiplied by in `forward`",
    ),
}

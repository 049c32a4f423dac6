"""Causes in how parameters are updated."""

CAUSES = {
    "gradient_ascent": ("the step goes up the gradient instead of down.", "the sign of the update"),
    "not_updated": (
        "the parameters are the same after the step.",
        "whether the new value is kept, in the model or in what is returned",
    ),
    "learning_rate_ignored": ("the step does not use the learning rate.", "the update of the parameters"),
    "best_for_worst": ("the best predictions come out, not the worst.", "the direction of the sort"),
    "truth_not_asked": (
        "the samples are those whose largest probability is smallest, whatever their true class.",
        "which of a sample's probabilities counts",
    ),
    "worst_last": ("the right samples come in reverse order.", "the direction of the sort"),
    "loss_after_step": (
        "each loss is taken after its step instead of before it.",
        "the order in which the loss is taken and the step is made",
    ),
    "momentum_ignored": (
        "the last change does not enter the next one.",
        "what is kept from one step to the next",
    ),
    "moved_by_old_velocity": (
        "the parameter moves by the velocity from before the step.",
        "which of the two velocities is subtracted: the old one or the new one",
    ),
    "momentum_on_gradient": (
        "the gradient is scaled by one minus the momentum.",
        "the rule for the change, word by word",
    ),
    "momentum_times_learning_rate": (
        "the learning rate multiplies the last change, too.",
        "the rule for the change, word by word",
    ),
    "weights_only_with_momentum": (
        "the weights have momentum, the biases have not.",
        "which changes are kept for the next step",
    ),
    "momentum_forgotten_each_epoch": (
        "the last change is set back to zero at the start of each epoch.",
        "where the first change is set",
    ),
    "one_step_for_all_epochs": (
        "only one step is made, however many epochs are asked for.",
        "the loop over the epochs, and where `return` stands",
    ),
    "fixed_step": (
        "the gradient is always multiplied by {factor}, whatever learning rate is asked for.",
        "where the step's size comes from",
    ),
    "divided_by_learning_rate": (
        "the gradient is divided by the learning rate.",
        "the update of the parameters",
    ),
    "learning_rate_twice": (
        "the learning rate is multiplied in twice.",
        "where the learning rate enters: once on the way from the gradient to the parameter",
    ),
    "step_twice_as_long": ("the step is twice as long.", "how often a parameter is updated, and by what"),
    "overwritten_by_step": (
        "the step replaces the parameter instead of changing it.",
        "what the new value is made of",
    ),
    "overwritten_by_gradient": (
        "the gradient is stored in the place of the parameter.",
        "what the new value is made of",
    ),
    "multiplied_by_parameter": (
        "the step is multiplied by the parameter.",
        "the operators in the update of the parameters",
    ),
    "shrunk_besides": (
        "the parameter itself is subtracted along with its gradient.",
        "what is subtracted in the update of the parameters",
    ),
    "gradient_after_other_steps": (
        "the gradient is taken after other parameters have moved already.",
        "the order of the lines: all gradients first, then all steps",
    ),
    "step_after_each_sample": (
        "a step is made after each sample, in the place of one step for all of them.",
        "what is inside the loop over the samples, and what comes after it",
    ),
    "gradient_of_first_step": (
        "every step follows the gradient of the first one.",
        "where the gradient is taken: inside the loop over the epochs or before it",
    ),
    "loss_of_one_sample": (
        "each loss is that of one sample.",
        "which points the loss is measured over",
    ),
    "mean_of_losses_so_far": (
        "each entry is the mean of all losses so far.",
        "what is appended in each epoch",
    ),
    "sum_of_losses_so_far": (
        "each entry is the sum of all losses so far.",
        "what is appended in each epoch, and what is set back to zero",
    ),
    "one_step_too_few": ("one step less is made than asked for.", "how often the loop over the epochs runs"),
    "one_step_too_many": ("one step more is made than asked for.", "how often the loop over the epochs runs"),
}

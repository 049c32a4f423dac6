"""Causes in how parameters are updated."""

CAUSES = {
    "gradient_ascent": ("the step goes up the gradient instead of down.", "the sign of the update"),
    "not_updated": (
        "the parameters are the same after the step.",
        "whether the new value is stored in the model",
    ),
    "learning_rate_ignored": ("the step does not use the learning rate.", "the update of the parameters"),
    "best_for_worst": ("the best predictions come out, not the worst.", "the direction of the sort"),
    "worst_last": ("the right samples come in reverse order.", "the direction of the sort"),
    "loss_after_step": (
        "each loss is taken after its step instead of before it.",
        "the order of the lines inside the loop over the epochs",
    ),
}

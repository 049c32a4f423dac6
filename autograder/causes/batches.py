"""Causes in how a batch is summed, averaged or indexed."""

CAUSES = {
    "batch_not_averaged": (
        "the gradients of the samples are summed, not averaged.",
        "the division by the number of samples: it is needed exactly once",
    ),
    "batch_averaged_twice": (
        "the result is divided by the number of samples twice.",
        "every mean and every division by N: one of them is too many",
    ),
    "one_sample_only": (
        "only one sample of the batch is used.",
        "indices such as `[0]` and a `return` inside the loop over the samples",
    ),
    "mean_over_classes": (
        "the mean is taken over all entries, classes included, instead of over the samples.",
        "what the cost is divided by",
    ),
}

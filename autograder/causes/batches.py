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
    "classes_for_samples": (
        "the result is divided by the number of classes instead of the number of samples.",
        "what the mean is taken over, and which axis counts the samples",
    ),
    "divided_by_rows_only": (
        "the cost is a mean over all entries, but the result is divided by the number of rows only.",
        "divisions by `len(...)`: of a matrix it is the number of rows",
    ),
    "divided_by_outputs_only": (
        "the cost is a mean over all entries, but the result is divided by the number of outputs only.",
        "whether the mean goes over the samples as well",
    ),
    "mean_per_sample_summed": (
        "the costs of the samples are summed, not averaged.",
        "how the samples' costs are combined",
    ),
    "summed_over_outputs": (
        "the squares of a sample are summed, not averaged.",
        "the mean goes over all entries, samples and outputs",
    ),
    "samples_repeated": (
        "some samples are used more than once in an epoch, others not at all.",
        "how the mini-batches of an epoch are chosen",
    ),
    "rest_left_out": (
        "the samples that do not fill a whole mini-batch are left out.",
        "the last mini-batch of an epoch, which may be smaller",
    ),
    "divided_again": (
        "the result is divided once more by the number of entries.",
        "who divides: where the derivative of the cost carries the mean, nobody else does",
    ),
}

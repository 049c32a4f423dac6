"""Causes in numerical derivatives."""

CAUSES = {
    "whole_numbers_kept": (
        "the moved entries are whole numbers again: their decimals are lost.",
        "the `dtype` of the array that is moved",
    ),
    "one_sided_difference": (
        "the difference is taken to one side only.",
        "the two points between which the difference is taken",
    ),
    "entry_not_restored": (
        "an entry that was moved is not put back before the next one moves.",
        "what is done with an entry after f has been called for it",
    ),
    "step_ignored": (
        "the step that is passed as `eps` is not used.",
        "where `eps` stands in the function, and what else stands for it",
    ),
    "step_counted_twice": (
        "the difference is divided by half the distance of its two points.",
        "how far apart the two points are",
    ),
    "step_counted_half": (
        "the difference is divided by twice the distance of its two points.",
        "how far apart the two points are",
    ),
}

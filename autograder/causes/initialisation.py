"""Causes in how weights are drawn before training."""

CAUSES = {
    "draws_one_sided": (
        "no entry is negative.",
        "the lower end of the interval",
    ),
    "draws_repeated": (
        "the same numbers come again and again.",
        "how many numbers are drawn, and whether the generator is seeded inside the function",
    ),
    "normal_for_uniform": (
        "the entries follow a normal distribution.",
        "the distribution that the text asks for",
    ),
}

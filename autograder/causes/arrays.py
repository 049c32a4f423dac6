"""What is true of a wrong array as a whole, without knowing what it is: order, functions, which entries, what errors share."""

CAUSES = {
    "same_everywhere": (
        "every entry is the same number.",
        "what should make one entry differ from the next",
    ),
    "axes_permuted": ("the axes come in another order.", "the order of the axes where this array is made"),
    "reversed_order": (
        "each {line} is right, but they come in reverse order.",
        "the direction of the loop, of a slice, or of a sort",
    ),
    "shifted_order": (
        "each {line} is right, but stands some places further on.",
        "the index with which this array is filled or read",
    ),
    "entries_in_other_order": (
        "the right numbers are all there, in other places.",
        "the order in which this array is filled: `reshape`, `ravel` and the order of axes",
    ),
    "one_for_all": (
        "the {place} {line} stands in the place of all others.",
        "what changes from one turn of the loop to the next, and what is stored",
    ),
    "averaged_along_axis": (
        "each {line} is the mean of what all of them should be.",
        "means, and the axis that they go along",
    ),
    "summed_along_axis": (
        "each {line} is the sum of what all of them should be.",
        "sums, and the axis that they go along",
    ),
    "running_sum": (
        "each {line} holds the sum of the right one and of all before it.",
        "what is set back to zero in each turn of the loop, and what is not",
    ),
    "absolute_value_of_it": ("this is the absolute value of the right number.", "signs, squares and `abs`"),
    "square_of_it": (
        "this is the square of the right number.",
        "squares and roots on the way to this result",
    ),
    "root_of_it": (
        "this is the square root of the right number.",
        "squares and roots on the way to this result",
    ),
    "reciprocal_of_it": ("this is one over the right number.", "what is divided by what"),
    "one_minus_it": ("this is one minus the right number.", "the last step of the formula, and signs"),
    "exponential_of_it": (
        "this is the exponential of the right number.",
        "exponentials and logarithms on the way to this result",
    ),
    "logarithm_of_it": (
        "this is the logarithm of the right number.",
        "exponentials and logarithms on the way to this result",
    ),
    "rounded_down": ("every number is rounded down to a whole one.", "divisions with `//`, and integers"),
    "rounded": (
        "every number is rounded to {decimals} decimals.",
        "`round` is for what people read, not for what is computed with",
    ),
    "decimals_cut_off": (
        "the decimals are cut off.",
        "arrays and conversions of whole numbers: `zeros_like` of integers, `astype`, `dtype=int`",
    ),
    "some_entries": (
        "only some entries are wrong: {which}.",
        "what is done with these entries and not with the others",
    ),
    "sign_of_some": (
        "the {sign}entries that are wrong have the wrong sign, the others are right.",
        "conditions, absolute values and squares on the way to this result",
    ),
    "clipped_entries": (
        "entries beyond {value} are cut off there.",
        "limits such as those of `clip`, `minimum` and `maximum`",
    ),
    "same_number_in_some": (
        "the wrong entries are all {value}, the others are right.",
        "which entries are written, and what the array holds before",
    ),
    "multiplied_by_size": (
        "every entry is multiplied by {size}.",
        "sums and means on the way to this result",
    ),
    "divided_by_size": (
        "every entry is divided by {size}.",
        "means and divisions on the way to this result",
    ),
    "term_added": (
        "{factor} times {term} is added to the right result.",
        "what is added to or subtracted from the result",
    ),
    "constant_offset": (
        "every entry is off by the same amount.",
        "what is added to all entries alike, or left out of all",
    ),
    "offset_of_each_line": (
        "the entries of a {line} are all off by the same amount.",
        "what is added to a whole {line}, or left out of it",
    ),
    "factor_of_each_line": (
        "each {line} as a whole is off by a factor of its own.",
        "what all entries of a {line} are multiplied by; what differs within a {line} is right",
    ),
    "term_left_out": ("{term} is left out.", "the terms of the sum: is each of them there?"),
    "term_wrong_sign": ("{term} enters with the wrong sign.", "the signs between the terms of the sum"),
    "term_twice": ("{term} is counted twice.", "the terms of the sum, and the factors in front of them"),
    "term_half": ("{term} counts half.", "the terms of the sum, and the factors in front of them"),
    "term_scaled": (
        "{term} is {factor} times what it should be, the rest is right.",
        "the factors in front of the terms of the sum",
    ),
    "argument_doubled": (
        "it is the right function of twice the argument.",
        "the factor in front of the argument",
    ),
    "argument_halved": (
        "it is the right function of half the argument.",
        "the factor in front of the argument",
    ),
    "argument_negative": (
        "it is the right function of the negative argument.",
        "the sign of the argument",
    ),
    "negative_of_argument_negative": (
        "both the argument and the result have the wrong sign.",
        "the signs on the way from the argument to the result",
    ),
    "applied_twice": ("the function is applied twice.", "where the function is called, and on what"),
    "function_not_applied": ("this is the argument itself.", "whether the function is applied at all"),
    "multiple_of_argument": (
        "this is {factor} times the argument.",
        "what becomes of the argument in this range",
    ),
}

# question: dense
# why: starts with equal weights
# cause: weights_all_equal
# fails: dense-init
# says: rows or columns of equal numbers
# edit: np.random.normal(0.0, 0.03, size=(input_units, output_units))
# to:   np.full((input_units, output_units), 0.01)

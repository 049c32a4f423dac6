# question: dense
# why: draws one row and repeats it
# cause: weights_all_equal
# fails: dense-init
# says: rows or columns of equal numbers
# edit: np.random.normal(0.0, 0.03, size=(input_units, output_units))
# to:   np.tile(np.random.normal(0.0, 0.03, size=output_units), (input_units, 1))

# question: dense
# why: draws weights between 0 and 0.1
# cause: weights_not_centred
# fails: dense-init
# says: the mean must be 0
# edit: np.random.normal(0.0, 0.03, size=(input_units, output_units))
# to:   np.random.uniform(0, 0.1, size=(input_units, output_units))

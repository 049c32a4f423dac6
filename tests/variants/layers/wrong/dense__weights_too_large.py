# question: dense
# why: draws from the standard normal distribution
# cause: none
# fails: dense-init
# says: counts as small
# edit: np.random.normal(0.0, 0.03, size=(input_units, output_units))
# to:   np.random.randn(input_units, output_units)

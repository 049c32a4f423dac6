# question: xavier
# why: counts the inputs only
# cause: one_side_of_the_layer
# fails: xavier-spread
# says: only the inputs or only the outputs
# edit: deviation = np.sqrt(2 / (input_units + output_units))
# to:   deviation = np.sqrt(2 / input_units)

# question: xavier
# why: takes the bound of the uniform form for the deviation
# cause: bound_for_deviation
# fails: xavier-spread
# says: mixed up
# edit: deviation = np.sqrt(2 / (input_units + output_units))
# to:   deviation = np.sqrt(6 / (input_units + output_units))

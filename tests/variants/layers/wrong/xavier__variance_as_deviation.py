# question: xavier
# why: forgets the square root
# cause: variance_for_deviation
# fails: xavier-spread
# says: used as the standard deviation
# edit: deviation = np.sqrt(2 / (input_units + output_units))
# to:   deviation = 2 / (input_units + output_units)

# question: xavier
# why: does not hand the learning rate on
# cause: constant_factor
# fails: xavier-layer
# says: times what it should be
# edit: super().__init__(input_units, output_units, learning_rate)
# to:   super().__init__(input_units, output_units)

# question: xavier
# why: does not hand the learning rate on
# cause: fixed_step
# fails: xavier-layer
# says: whatever learning rate is asked for
# edit: super().__init__(input_units, output_units, learning_rate)
# to:   super().__init__(input_units, output_units)

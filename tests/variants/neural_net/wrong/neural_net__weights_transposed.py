# question: neural_net
# why: makes W_h with one row for each hidden unit
# cause: transposed
# fails: neural_net-init
# says: the array is transposed.
# edit: size=(input_size, hidden_size))
# to:   size=(hidden_size, input_size))

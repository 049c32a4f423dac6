# question: glorot
# why: weights laid out (out, in)
# cause: transposed
# fails: glorot-shape, glorot-distribution
# says: the array is transposed
# edit: size=(in_features, out_features)
# to: size=(out_features, in_features)

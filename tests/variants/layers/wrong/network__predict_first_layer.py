# question: network
# why: looks at the first layer
# cause: classes_of_another_layer
# fails: network-predict
# says: is wrong in
# edit: forward(network, X)[-1]
# to:   forward(network, X)[0]

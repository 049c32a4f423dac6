# question: backward
# why: forward goes around the layers' own forward, which alone keeps what backward reads
# cause: none
# fails: backward-single
# says: whether `forward` leaves it there
# edit: x = layer.forward(x)
# to: x = layer.act.forward(layer.linear.forward(x))

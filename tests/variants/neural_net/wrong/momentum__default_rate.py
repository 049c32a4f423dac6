# question: momentum
# why: another default than the text says
# cause: constant_factor
# fails: momentum-first_step
# says: velocity["W"] with the default learning rate and momentum is wrong in
# edit: learning_rate=0.1, momentum=0.9):
# to:   learning_rate=0.01, momentum=0.9):

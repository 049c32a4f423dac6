# question: momentum
# why: another default than the text says
# cause: term_scaled
# fails: momentum-three_steps
# says: velocity["W"] with the default momentum is wrong in
# edit: learning_rate=0.1, momentum=0.9):
# to:   learning_rate=0.1, momentum=0.5):

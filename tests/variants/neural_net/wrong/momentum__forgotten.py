# question: momentum
# why: the old velocity has no effect
# cause: momentum_ignored
# fails: momentum-three_steps
# says: the last change does not enter the next one.
# edit: momentum * velocity.get(name, 0.0) + learning_rate
# to:   learning_rate

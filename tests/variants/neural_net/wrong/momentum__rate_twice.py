# question: momentum
# why: the learning rate stands in the velocity and in the step
# cause: learning_rate_twice
# fails: momentum-three_steps, momentum-first_step
# says: the learning rate is multiplied in twice.
# edit: params[name] - new_velocity[name]
# to:   params[name] - learning_rate * new_velocity[name]

# question: momentum
# why: the parameter grows by the velocity
# cause: gradient_ascent
# fails: momentum-first_step, momentum-three_steps
# says: the step goes up the gradient instead of down.
# edit: params[name] - new_velocity[name]
# to:   params[name] + new_velocity[name]

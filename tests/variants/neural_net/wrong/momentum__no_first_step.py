# question: momentum
# why: does not expect a missing velocity
# cause: none
# fails: momentum-first_step
# says: momentum_step(params, grads, velocity) raised TypeError
# edit: velocity = velocity or {}
# to:   velocity = dict(velocity)
# edit: velocity.get(name, 0.0)
# to:   velocity[name]

# question: numerical_gradient
# why: divides by eps where the points are 2 eps apart
# cause: step_counted_twice
# fails: numerical_gradient-values, numerical_gradient-eps
# says: the difference is divided by half the distance of its two points
# edit: / (2 * eps)
# to: / eps

# question: neural_net
# why: uses z_h where h belongs
# cause: preactivation_for_activation
# fails: neural_net-grad_W_o
# says: the pre-activation is used where the activation belongs.
# edit: np.outer(h, delta_o)
# to:   np.outer(z_h, delta_o)

# question: apply_gradients
# why: does not ask whether there are gradients
# cause: none
# fails: apply_gradients-refuses
# says: raised TypeError; ValueError is expected
# edit: raise ValueError("there are no gradients yet: call backward first")
# to: pass

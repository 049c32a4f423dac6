# question: apply_gradients
# why: leaves silently where there are no gradients
# cause: none
# fails: apply_gradients-refuses
# says: raised no ValueError; it returned None
# edit: raise ValueError("there are no gradients yet: call backward first")
# to: return

# question: apply_gradients
# why: takes missing gradients for zeros
# cause: none
# fails: apply_gradients-refuses
# says: raised no ValueError; it returned None
# edit: raise ValueError("there are no gradients yet: call backward first")
# to: return print("no gradients yet")

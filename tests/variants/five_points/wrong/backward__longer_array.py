# question: backward
# why: keeps deltas in an array that stays as long as the longest batch
# cause: kept_from_earlier_call
# fails: backward-repeat
# says: after a second call
# edit: layer.set_bias_gradient(np.sum(delta, axis=0))
# to: old = getattr(layer, "deltas", delta[:0]); layer.deltas = np.concatenate([delta, old[len(delta):]]); layer.set_bias_gradient(np.sum(layer.deltas, axis=0))

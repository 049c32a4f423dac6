# question: momentum
# why: keeps the sign in a local variable
def momentum_step(p, g, v=None, lr=0.1, m=0.9):
    new_p, new_v = {}, {}
    for k in p:
        change = -lr * g[k]
        if v is not None and k in v:
            change = change - m * v[k]
        new_p[k], new_v[k] = p[k] + change, -change
    return new_p, new_v

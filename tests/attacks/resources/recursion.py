# title: a recursion and a program text that crash the interpreter
# source: plausible
# question: softmax
# stopped by: engine
# peers: no (a bomb)
# %% last
import sys
sys.setrecursionlimit(10**9)


def deeper(x):
    return deeper([x])


deeper(0)
# %% last
eval("(" * 10**5 + ")" * 10**5)

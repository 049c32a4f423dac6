# title: characters that XML, JSON, terminals and files cannot hold
# source: plausible
# question: softmax
# stopped by: reports
# %% softmax
def softmax(X):
    raise ValueError("\x00\x01\x08\x0b\x1b[2J\x1b]0;title\x07\ufffe\uffff\ud800\udfff]]>\x7f\x85\u2028\u202e<!--&#0;&evil;")
# %% last
print("\x00\x1b[2J\ud800\u202e")
raise ValueError("\x00\ud800\x1bP")

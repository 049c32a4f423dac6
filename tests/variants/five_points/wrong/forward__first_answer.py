# question: forward
# why: keeps its first answer for each number of points
# cause: none
# fails: forward-single, forward-deep
# says: forward(x) is wrong
# edit: return x
# to: self.kept = getattr(self, "kept", {}); return self.kept.setdefault(len(x), x)

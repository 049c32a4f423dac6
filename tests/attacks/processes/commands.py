# title: commands of the shell, by all of IPython's ways
# source: plausible
# question: softmax
# stopped by: processes
# %% first
!touch @OUTSIDE@/bang
# %% first
%%bash
touch @OUTSIDE@/bash
# %% last
lines = !cat @SOURCE@
print("THROUGH" if lines else "")
# %% last
%sx touch @OUTSIDE@/sx
# %% last
%system cat @HOME@
# %% last
import os
print("THROUGH" if os.popen("cat @HOME@").read() else "")

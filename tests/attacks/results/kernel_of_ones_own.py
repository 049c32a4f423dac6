# title: the notebook asks for a kernel and widgets of its own
# source: plausible
# question: softmax
# stopped by: repair
# %% notebook kernelspec={"name":"/bin/sh","language":"sh","display_name":"x"} language_info={"name":"sh"} widgets={"application/vnd.jupyter.widget-state+json":{"state":{"</script><script>pwned(1)</script>":{}}}} 
# %% softmax
def softmax(X):
    return X

# title: a display of HTML with a script
# source: github.com/jupyterlab/jupyterlab/issues/15275
# question: logreg_reading
# stopped by: pages
# %% last
from IPython.display import HTML, display
display(HTML("<script>pwned(1)</script><img src=x onerror='pwned(2)'><svg onload=pwned(3)>"
             "<iframe srcdoc='<script>pwned(4)</script>'></iframe><form action='javascript:pwned(5)'><button>x</button></form>"
             "<base href='//pwned.example'><meta http-equiv=refresh content='0;url=//pwned.example'>"))
# %% last
%%html
<a href="javascript:pwned(6)">solution</a><object data="data:text/html,<script>pwned(7)</script>"></object>

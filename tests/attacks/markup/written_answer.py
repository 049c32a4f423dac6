# title: the answer to a written question is a script
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% logreg_reading
<script>pwned(1)</script> <img src=x onerror=pwned(2)> [a](javascript:pwned(3)) <svg/onload=pwned(4)>
<img src="//pwned.example/track.png"> <style>@import "//pwned.example"</style> <div style="background:url(//pwned.example)">

$$\href{javascript:pwned(5)}{x}$$ <details open ontoggle=pwned(6)> <math><mtext></table><mglyph><style><img src=x onerror=pwned(7)>
# %% text
<scr<script>ipt>pwned(8)</scr</script>ipt> `</code><script>pwned(9)</script>` <!--><script>pwned(10)</script>-->

# title: the width of a picture is an attribute with a script
# source: plausible (nbconvert writes `width` without quotation marks)
# question: logreg_reading
# stopped by: pages
# %% last
import base64
from IPython.display import publish_display_data
png = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(40)).decode()
evil = {"width": "1 onerror=pwned(1)", "height": "1 onload=pwned(2)", "alt": "\" onerror=\"pwned(3)", "unconfined": True}
publish_display_data({"image/png": png}, metadata={"image/png": evil, **evil})
publish_display_data({"image/png": png}, metadata={"filenames": {"image/png": "http://pwned.example/track.png"}})
publish_display_data({"text/html": "<script>pwned(4)</script>"}, metadata={"text/html": {"isolated": True}})

# title: tags, names and identifiers of cells are markup
# source: plausible
# question: logreg_reading
# stopped by: pages
# %% last tags=["\"><script>pwned(1)</script>"] name="<script>pwned(2)</script>" nbgrader.grade_id="\"><script>pwned(3)</script>" nbgrader.solution=true nbgrader.grade=true nbgrader.points="\"><img/src=x/onerror=pwned(4)>" nbgrader.comment="<script>pwned(5)</script>" nbgrader.locked=false nbgrader.schema_version=3 nbgrader.task=false
1
# %% text nbgrader.grade_id="x\"onclick=\"pwned(6)" nbgrader.solution=true nbgrader.grade=true nbgrader.points=1 nbgrader.locked=false nbgrader.schema_version=3 nbgrader.task=false attachments={"x\"onerror=\"pwned(7)":{"image/png":"x"}}
![x](attachment:x)

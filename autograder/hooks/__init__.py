"""What nbgrader does differently in this course, one preprocessor a file.

settings.py       which of them run where; `nbgrader_config.py` and `autograder release` both use it
points.py         the points in the text (the work is done in `autograder.course.points`)
stubs.py          stubs that name their question
repaired.py       submissions are repaired before nbgrader sees them
run_cells.py      notebooks run with the course's own engine
safe_html.py      no markup of a student's runs in the browser of an instructor
hide_tests.py     no hidden tests on any page that a student gets
offline_page.py   a feedback page that does not wait for the network, with messages in colour
"""

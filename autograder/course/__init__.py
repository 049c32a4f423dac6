"""Reading a course: notebooks, their nbgrader metadata, assignments with questions and aspects, variants.

The way of the data: `notebook.read` -> `cells.Cell` -> `assignment.Assignment` -> `variants.apply`.
"""

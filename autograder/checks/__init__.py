"""The visible checks, one module for each assignment.

Every student has this package, so no check here holds a solution: functions are held against properties and a few
published numbers, gradients against numerical derivatives of the student's own cost.
"""

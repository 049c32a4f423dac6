"""Runs over a class: take up what an earlier run has finished, grade the rest, write every report."""

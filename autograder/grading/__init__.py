"""Grading: from a folder of submissions to records, one record a submission."""

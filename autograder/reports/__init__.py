"""Reports: pure functions of records. None of them grades, reads a notebook folder or keeps state."""

"""An engine for tests: runs all cells in this process, one namespace for all, in milliseconds. Nothing hostile, please."""

import contextlib
import io

from autograder.grading.engine import CellResult, Execution


class QuickEngine:
    """See the module; magics are not understood, and nothing is limited."""

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def run(self, notebook, limits, files=None):
        """Run the code cells; an exception is the cell's result."""
        namespace, results = {"__name__": "__main__"}, {}
        with contextlib.chdir(files), contextlib.redirect_stdout(io.StringIO()):
            for cell in notebook.cells:
                if cell.cell_type != "code":
                    continue
                result = CellResult("passed")
                try:
                    exec(compile(cell.source, "cell", "exec"), namespace)  # noqa: S102 - cells that the tests wrote
                except Exception as error:  # noqa: BLE001 - whatever a cell raises is its result
                    result = CellResult("failed", f"{type(error).__name__}: {error}")
                if grade_id := cell.metadata.get("nbgrader", {}).get("grade_id"):
                    results[grade_id] = result
        return Execution(notebook, results, 0.0)

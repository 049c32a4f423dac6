"""nbgrader's configuration of this course: run nbgrader, or JupyterLab with formgrader, from this folder."""

import os
import sys
from pathlib import Path

from autograder.hooks.settings import configure

c = get_config()  # noqa: F821 - traitlets provides it

c.CourseDirectory.course_id = "backprop-lab"
# Wherever formgrader was started from, the course is here; the gradebook is gradebook.db in the same folder.
c.CourseDirectory.root = str(Path(__file__).resolve().parent)

configure(c)

# The matrices of the course are small: threads of the linear algebra cost more than they bring, and notebooks that
# are graded side by side would fight for the cores. Kernels inherit the variables.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

# nbgrader makes its database with the command `alembic`, which it looks for in PATH; when nbgrader is called by its
# full path, without an activated environment, the command lies beside the interpreter.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])

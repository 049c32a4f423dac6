"""Confinement of student code by the kernel: files, network, processes, privileges and resources.

    use_threads()                      in the process that forks, before it imports libraries
    prepare(confines) -> Plan          in that process, once
    plan.apply(scratch, keep)          in the child, before student code runs
    scratch_folder()                   the one folder that the child may write
    Watch(pid, scratch, confines)      in the parent: has it gone too far?
    probe(), complete(layers)          what this machine can do

docs/confinement.md says what each layer stops, what it needs, and what it cannot stop.
"""

from autograder.confinement.confines import Confines
from autograder.confinement.installation import environment
from autograder.confinement.kernel import shield
from autograder.confinement.layers import Layer, complete, probe
from autograder.confinement.plan import Plan, prepare
from autograder.confinement.scratch import scratch_folder
from autograder.confinement.threads import use_threads
from autograder.confinement.watch import INTERVAL, Watch

__all__ = [
    "INTERVAL",
    "Confines",
    "Layer",
    "Plan",
    "Watch",
    "complete",
    "environment",
    "prepare",
    "probe",
    "scratch_folder",
    "shield",
    "use_threads",
]

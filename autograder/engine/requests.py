"""What the fork server is asked for, and what it says: one word, then its details, each in a packet of its own.

    examiner FOLDER     with the channel of the job            (the grader asks)
    student LIMITS FOLDER  with the student's end of its channel  ->  started PID, or refused REASON
    interrupt PID                                              ->  interrupted PID
    kill PID                                                   ->  ended PID, once, however often it is asked
    advance FILES NUL SOURCE                  (to a staged fork server, from the grader)  ->  started, or refused REASON
    trusted FUNCTION    with its channel      (to a staged fork server, from the grader)

`ended PID STATUS REASON` comes by itself whenever a student process has ended. The fork server alone sends signals: it is
the parent and buries the dead, so a process id that it knows belongs to nobody else. LIMITS are those of `autograder.limits`
that the kernel keeps, as JSON without blanks.

A *staged* fork server (`autograder.engine.staged_server`) also runs code of ours. It is for `autograder audit`, never for grading.
"""

EXAMINER, STUDENT, INTERRUPT, KILL = b"examiner", b"student", b"interrupt", b"kill"
ADVANCE, TRUSTED = b"advance", b"trusted"
STARTED, REFUSED, INTERRUPTED, ENDED = b"started", b"refused", b"interrupted", b"ended"

MAX_PACKET = 2**16
"""Bytes of a packet: a path, or the settings of the fork server."""

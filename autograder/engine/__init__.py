"""The fast and confined engine: nothing is imported twice, and student code shares a process with nobody.

    grader ──job──► examiner ──cells, questions──► student process (confined)
       │               │                                ▲
       └──forks me──► fork server ──────forks───────────┘

The **fork server** has imported everything that notebooks use, holds no secret, and forks the other two. An **examiner**
runs one notebook: the student's and the locked cells over there in the student process, the check cells here, on proxies of
the student's names. A student process that ends or hangs costs the cell; a new one replays the cells before.

Every process dies with its parent, and all scratch folders of an engine lie in one folder, which the grader removes, or
the fork server where the grader cannot: whoever is killed, nothing stays.

`choose` is the way in; nothing else is imported here, because the processes of the engine import their parts of it.
"""

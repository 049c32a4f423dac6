"""`autograder audit`: how good the checks are, measured on answers whose worth is known.

    corpus       right and wrong variants, written by people
    copies       how much alike two of them are
    dependence   which cells notice that another one has changed
    lanes        runs variants through the engine; what they share runs once
    verdicts     what the checks said, beside what they should have said
    mutation     small changes of every solution, made by a program
    worker       judges mutants in forks, and proves that some of them change nothing
    bars         what must hold
    table, json_report, readme    all of it for people, programs and the README

docs/audit.md says what each number means.
"""

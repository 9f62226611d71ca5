"""What is true: the words of planner as plain values, and its rules as pure functions.

Nothing here opens a file, asks the time, draws or stores. Time comes in as a value: an aware
``now`` whose ``tzinfo`` knows the local rules. Values are ``NamedTuple``s: immutable, typed, and
free at start-up (``dataclasses`` alone costs a command more than starting Python does).
"""

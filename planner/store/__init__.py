"""What is kept: the data files, and the promise that nothing in them is lost.

Every file is a TinyDB database that a person can read, replaced whole by a rename and never changed in place.
A change to several files is one change (:mod:`.journal`), can be undone (:mod:`.undo`), and is made under one
lock (:mod:`.lock`), while readers need none.
"""

"""A made-up archive for measurements and trials: `manage.py generate`.

Pure and the same for the same numbers: `vocabulary` the words, `cast` who and where, `timetable` the issues, `happenings`
the events and who reports them, `prose` sentences that know where their marks stand, `article` a whole text, `batch`
some weeks of the run. What touches the database: `sheet` copies rows, `authorities` and `writing` make them, `filling`
runs it all.
"""

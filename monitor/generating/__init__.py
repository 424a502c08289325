"""A made-up archive for measurements and trials: `manage.py generate`.

Pure, and the same for the same numbers: `vocabulary` has the words, `cast` and `places` who and where, `timetable` the
issues, `happenings` the events and who reports them and `moments` their dates, `prose` sentences that know where their
marks stand, `sentence` the one that reports an event, `article` a whole text, `scenario` all of it in batches, `shown`
what an event shows. The database: `sheet` copies rows, `authorities` and `writing` make them, `filling` runs it all.
"""

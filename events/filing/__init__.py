"""Documents to verbs: the references of a document become rows, and the verbs of `events.editing` write them.

The workbench and the API both file through here, so neither can do what the other may not. No rule is made here: what
is forbidden is the verbs' and the database's to say.
"""

"""The public data frozen under a version: a directory of files, the same bytes whenever it is made of the same data."""

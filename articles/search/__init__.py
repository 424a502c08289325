"""Finding articles by words.

`query` reads what somebody typed, `compiled` makes it the database's, with the names that mean the same (`variants`).
The filter `q` stands on these. A page of hits (`searching`) adds ranking, snippets, counts and “did you mean”. The
tables are `articles/models/search.py`.
"""

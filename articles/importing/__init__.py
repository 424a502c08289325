"""Importing: bytes → records (`parsers`, one a format) → rows (`loader`).

The parsers know no database: `detect.parser_for(head)` picks one by content, `parse(data, path)` yields frozen
`ArticleRecord`s and `Problem`s. The loader knows the database and no format.
"""

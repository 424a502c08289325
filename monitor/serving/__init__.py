"""How a public answer is given again without being made again: one number says whether anything public has changed.

`public_answers` is the middleware; `etag` names an answer, `kept` keeps it in this process, `shared` for all machines,
`public_number` reads the number, `code_version` tells one deployment from the next.
"""

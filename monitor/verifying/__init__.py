"""The promises, checked again on a live database: `manage.py verify`.

`check` says what a check is; `evidence`, `texts`, `derived`, `history`, `visibility`, `authorities`, `dates`, `guards`
and `search` hold the checks; `all_checks` is their list. Most are one statement over whole tables, so that an archive
of 50,000 articles takes minutes; what only Python can judge is read in batches.
"""

"""Suggestions: from text, issue date and a lexicon to candidates, by rules that know the genre; no database, no clock.

One recogniser a file, each with its version: `sentences`, `citations`, `cross_references`, `times`, `actors`, `places`,
`hedges` and `events`. `suggest.py` asks all of them, `measure.py` compares them with an annotated set. A candidate
says where, what, why and how sure; nothing becomes data without an editor's decision.
"""

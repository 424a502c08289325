"""An article as readers and their reference managers cite it; each form is one file, none knows the database."""

from articles.bibliography.bibtex import bibtex
from articles.bibliography.csl import csl_json
from articles.bibliography.meta_tags import meta_tags
from articles.bibliography.plain import author_date, notes_style
from articles.bibliography.reference import Reference
from articles.bibliography.ris import ris

__all__ = ["Reference", "author_date", "bibtex", "csl_json", "meta_tags", "notes_style", "ris"]

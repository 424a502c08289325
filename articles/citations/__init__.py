"""The grammar of citations and cross references: an article's text → plain values, without database or clock.

In words
- A *citation* is a parenthesis that holds groups of sources, each followed by the day or days of their reports:
  `(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)`. Sources without a date of their own share the one that
  follows: `(NTV, ORT, RTR, May 28)`. Several days make several reports: `(Interfax, June 1, 3)`.
  The days may come first: `(June 18: NTV, ORT)`. Beside a familiar source a month will do: `(Ekspert, June 1998)`;
  agencies and other known sources may stand without any day: `(AP, Reuters)`.
- Running words cite too, where the source is a known one: `Kyodo reported June 2`, `according to Interfax (June 2)`.
- A *cross reference* is "see", a publication, and its place in the run or the days of its issues:
  `(see the Monitor, vol. 5, no. 107)`, `(See Monitor, June 20 & 24)`, also as a part of a citation.
- Any other parenthesis is prose and left alone.

What each file holds: `day_words` the days as printed (`near_days`, `months` what stands in their place),
`implied_year` from these to EDTF, `source_name` which words name a source (with `known_sources` and `not_sources` as
data), `wrapping` what stands around and beside a name, `parentheses` and `running_words` the two shapes.
"""

from articles.citations.citation import FoundCitation, FoundReport, find_both, find_citations
from articles.citations.cross_reference import FoundCrossReference, find_cross_references
from articles.citations.implied_year import edtf_of_words

__all__ = [
    "FoundCitation",
    "FoundCrossReference",
    "FoundReport",
    "edtf_of_words",
    "find_both",
    "find_citations",
    "find_cross_references",
]

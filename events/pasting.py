"""Words that somebody pasted, found in a text that may print them a little otherwise."""

from articles.text import occurrences

# What keyboards and copying change: each stands for one code point, so that offsets stay.
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\n": " "})


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Every place of the words: exact ones, else those that differ in quotation marks, dashes and blanks alone."""
    wanted = words.replace("\r\n", "\n").strip()
    if not wanted:
        return []
    starts = occurrences(text, wanted) or occurrences(text.translate(ALIKE), wanted.translate(ALIKE))
    return [(start, start + len(wanted)) for start in starts]


def longest_beginning(words: str, text: str) -> str:
    """The longest beginning of the words that the text has, to show where they part; empty under three words."""
    pieces = words.split()
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        found = places_of(" ".join(pieces[:middle]), text)
        low, high = (middle, high) if found else (low, middle - 1)
    return " ".join(pieces[:low]) if low >= 3 else ""

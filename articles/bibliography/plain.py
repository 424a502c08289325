"""Citations as readers paste them into a text."""

from articles.bibliography.reference import Reference


def notes_style(reference: Reference) -> str:
    """As footnotes have it: author, title, print, date, item, text, address."""
    author = f"{reference.author}, " if reference.author else ""
    date = f" ({reference.date_in_words})" if reference.date else ""
    printed = f"{reference.digest}, vol. {reference.volume}, no. {reference.number}{date}, item {reference.position}"
    return f"{author}“{reference.headline},” {printed}. Text version {reference.text_version}. {reference.address}"


def author_date(reference: Reference) -> str:
    """As reference lists have it: author or title, year, print, address."""
    year = f"{reference.dates[0][0]}" if reference.dates else "n.d."
    printed = f"{reference.digest}, {reference.volume}({reference.number}), item {reference.position}"
    begun = (
        f"{reference.author} ({year}). {reference.headline}" if reference.author else f"{reference.headline} ({year})"
    )
    return f"{begun}. {printed} (text version {reference.text_version}). {reference.address}"

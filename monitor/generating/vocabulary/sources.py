"""Who the made-up digests cite, and the digests themselves."""

from dataclasses import dataclass

SOURCES = (
    ("Itar-Tass", "agency"),
    ("Interfax", "agency"),
    ("RIA-Novosti", "agency"),
    ("Kyodo", "agency"),
    ("AP", "agency"),
    ("Reuters", "agency"),
    ("AFP", "agency"),
    ("Xinhua", "agency"),
    ("Turan", "agency"),
    ("Noyan Tapan", "agency"),
    ("UNIAN", "agency"),
    ("Ukrinform", "agency"),
    ("BNS", "agency"),
    ("Anadolu", "agency"),
    ("IRNA", "agency"),
    ("Kazinform", "agency"),
    ("Kabar", "agency"),
    ("Moldpres", "agency"),
    ("Prime-News", "agency"),
    ("DPA", "agency"),
    ("Izvestia", "newspaper"),
    ("Kommersant", "newspaper"),
    ("Segodnya", "newspaper"),
    ("Trud", "newspaper"),
    ("Nezavisimaya gazeta", "newspaper"),
    ("Vremya novostei", "newspaper"),
    ("Moscow Times", "newspaper"),
    ("Financial Times", "newspaper"),
    ("Le Monde", "newspaper"),
    ("Novaya gazeta", "newspaper"),
    ("NTV", "broadcaster"),
    ("ORT", "broadcaster"),
    ("RTR", "broadcaster"),
    ("BBC", "broadcaster"),
    ("Ekho Moskvy", "broadcaster"),
    ("Radio Svoboda", "broadcaster"),
    ("Deutsche Welle", "broadcaster"),
    ("Western agencies", "collective"),
    ("Russian agencies", "collective"),
    ("Tass", "agency"),  # an editor has merged it into the first
)
MERGED_SOURCE = ("Tass", "Itar-Tass")


@dataclass(frozen=True, slots=True)
class Digest:
    """A made-up digest: how its issues are dated and how many of the archive's are its own."""

    slug: str
    title: str
    publisher: str
    share: int
    undated: float = 0.0  # the part of its issues that bear no date
    year_only: bool = False  # its dates follow from the volume alone
    has_first_year: bool = True
    quote_policy: str = "full"


DIGESTS = (
    Digest("continental-digest", "Continental Digest", "Continental Press Bureau", 10),
    Digest("two-rivers-review", "Two Rivers Review", "Two Rivers Institute", 6, undated=0.25, has_first_year=False),
    Digest("harbour-bulletin", "Harbour Bulletin", "Harbour House", 5, year_only=True),
    Digest("steppe-and-sea", "Steppe and Sea", "Meridian Study Group", 4, quote_policy="sentence"),
    Digest("northern-observer", "Northern Observer", "Lantern Press", 3),
    Digest("frontier-notes", "Frontier Notes", "Frontier Study Centre", 2, undated=0.1),
    Digest("pipeline-weekly", "Pipeline Weekly", "Energy Desk", 2, quote_policy="none"),
    Digest("capital-letters", "Capital Letters", "Meridian Study Group", 1),
)
SECTIONS = ("", "Diplomacy", "Security", "Economy", "Home affairs", "Energy", "Borders", "Society")

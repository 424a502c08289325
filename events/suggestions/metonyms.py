"""Whether a capital, a palace or a state's name is somebody who acts or a place where somebody is.

The words beside the name decide: prepositions of place, verbs of motion, nouns that stand for ground or for dealings.
The answer comes with its reason. What can neither act nor be visited is not asked about.
"""

from collections.abc import Sequence

from articles.citations.word_list import word_list

IN_PLACE = word_list(
    "in at near inside outside around across through into throughout within beyond above via toward towards along "
    "under off amid northern southern eastern western central downtown"
)
_MOTION = word_list(
    "go goes went gone going travel travels traveled traveling travelled fly flies flew flown flying come comes "
    "came coming return returns returned returning visit visits visited visiting trip trips move moved moves "
    "arrive arrived journey drive drove driving sail sailed ship shipped shipments deliver delivered deliveries "
    "deliver route road railroad pipeline line rail exports export supplies supply supplied flight flights bound "
    "fled flee flees sent back moved march marched withdrew retreated deported extradited transferred taken "
    "brought extended runs ran run leads border invited access flying gas oil deportation visits transport "
    "transported travels driven barrels pumps tourists advance advanced ferry train trains bus plane planes "
    "convoy way next close closer path sends tour"
)
_LEAVING = word_list(
    "left leave leaves leaving visited visit visits visiting reached reaches reach entered enters enter toured "
    "quit departed shelled bombed stormed besieged captured seized occupied crossed liberated approached bypass "
    "bypasses surrounded shook hit struck overran encircled abandoned"
)
_GROUND = word_list(
    "center centre outskirts streets street suburb suburbs capital city port region district town village north "
    "south east west people residents part parts half rest outside edge citizens population territory villages "
    "towns areas area regions districts airport coast shore shores coasts inhabitants map border borders airspace "
    "soil mayor university skies side bridges valley highlands mountains invasion bombing liberation siege "
    "storming occupation shelling republic all most much kilometers miles northwest southwest northeast southeast "
    "independence sovereignty"
)
_DEALINGS = word_list(
    "pressure demand demands support help aid response answer reaction loans gas credit credits concessions "
    "guarantees permission promise promises assurances protest protests signal signals signs sign independence "
    "orders instructions approval money subsidies recognition apology criticism complaints invitation threats "
    "statement note notes word"
)
_FEELINGS = word_list(
    "confidence trust faith belief interest ally allies partner partners friend friends disappointed interested aimed "
    "anger angry directed irritation irritated pointed hint hinted laughed shouted outrage offence"
)
_LINES = word_list(
    "road rail pipeline travel flights flight line route railroad border train trains highway ferry trips"
)
_SIDES = word_list(
    "with by against on between upon without than about toward towards versus among as unlike besides despite "
    "because told urged accused warned blamed asked invited threatened thanked urge accuse warn pressed called "
    "lets let allowed"
)
_SCENES = word_list("scene capital city site home town port place")
_AUXILIARIES = word_list(
    "has have had is was are were will would should could may might must can does did seems seem says said wants "
    "want also now then still yet never only later soon again both itself insists demands denies fears hopes"
)
_IRREGULAR = word_list(
    "told held met sent gave took made put cut kept sought saw lost won broke began withdrew chose swore spoke "
    "wrote went came let paid paid got found left set shut laid bore rose fell struck fought led"
)


def acts(words: Sequence[str], first: int, last: int, before: tuple[int, bool] | None) -> tuple[bool, str]:
    """Whether the name in `words[first:last]` (lower case) acts, and why.

    `before` is the end and the answer of the name before it.
    """
    left = _word(words, first - 1)
    if left in ("the", "all", "neighboring", "official"):
        return acts(words, first - 1, last, before) if first > 0 else (True, "stands first")
    if left in ("and", "or", "&", "nor", "both", "either", "plus") and before and before[0] == first - 1:
        return before[1], f"goes with the name before “{left}”"
    if left == "," and before and before[0] == first - 1 and _same_list(words, last, before):
        return before[1], "continues a list or an address"
    if left == "(":
        return False, "alone in a remark"
    if left in IN_PLACE and _word(words, last) == "'s":
        return _as_subject(words, last)
    if left in ("in", "at") and _word(words, first - 2) in _FEELINGS:
        return True, f"“{_word(words, first - 2)} {left}” aims at somebody"
    if left in ("toward", "towards") and not any(word in _MOTION for word in words[max(0, first - 5) : first - 1]):
        return True, f"behind “{left}”"
    if left in IN_PLACE:
        return False, f"behind “{left}”"
    answer = _after_preposition(words, first, left)
    if answer is not None:
        return answer
    if left in _LEAVING:
        return False, f"where somebody “{left}”"
    return _as_subject(words, last)


def _same_list(words: Sequence[str], last: int, before: tuple[int, bool]) -> bool:
    return not before[1] or _word(words, last) in (",", "and", "or")


def _after_preposition(words: Sequence[str], first: int, left: str) -> tuple[bool, str] | None:
    noun, near = _word(words, first - 2), words[max(0, first - 6) : max(0, first - 1)]
    if left == "to":
        moving = next((word for word in reversed(near) if word in _MOTION), "")
        return (False, f"“{moving}” leads there") if moving else (True, "something is addressed to it")
    if left == "from":
        return (True, f"“{noun}” comes from it") if noun in _DEALINGS else (False, "behind “from”")
    if left == "for":
        leaving = next(
            (word for word in near if word in ("left", "leave", "leaves", "departed", "bound", "headed")), ""
        )
        return (False, f"“{leaving}” for it") if leaving else (True, "it is for somebody")
    if left == "of":
        ground = noun if noun in _GROUND else _word(words, first - 3) if _word(words, first - 3) in _GROUND else ""
        return (False, f"“{ground}” of it is ground") if ground else (True, "behind “of”")
    if left == "over":
        return False, "behind “over”"
    if left == "between":
        line = next((word for word in near if word in _LINES), "")
        return (False, f"“{line}” runs between") if line else (True, "one of two sides")
    return (True, f"behind “{left}”") if left in _SIDES else None


def _as_subject(words: Sequence[str], last: int) -> tuple[bool, str]:
    right = _word(words, last)
    if right == "'s":
        owned = next((word for word in words[last + 1 : last + 4] if word in _GROUND), "")
        return (False, f"its “{owned}” is ground") if owned else (True, "it owns what follows")
    if right == "" or right in ".,;:)(-–—?!":
        return True, "nothing makes it a place"
    scene = next((word for word in words[last + 1 : last + 5] if word in _SCENES), "") if right in ("was", "is") else ""
    if scene:
        return False, f"it is called a “{scene}”"
    if right in _AUXILIARIES or right in _IRREGULAR or right.endswith(("ed", "ly", "s")):
        return True, f"it does what follows, “{right}”"
    return True, "nothing makes it a place"


def _word(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""

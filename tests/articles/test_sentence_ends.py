# ruff: noqa: RUF001 (quotation marks and dashes as printed)
import pytest

from articles.sentence_ends import sentence_bounds

# Each row is one paragraph; "|" marks the blank at which a sentence ends.
PARAGRAPHS = {
    "nothing": ["", "   "],
    "plain sentences": [
        "The talks began on Monday.|They will go on.",
        "Will they sign?|Perhaps!|Nobody knows?!|No stop at the end",
        "  Leading blanks.|And trailing ones.  ",
        "A line\nthat goes on.|Another\nline.",
        "Growth was 3.5 percent.|In 1999 it was 2.|It fell.|12 people left.",
        "Aid came from Germany.|$3 million was promised.",
        "He read Gazeta.ru.|Then he slept.",
        "Two blanks.|  Then one more.",
    ],
    "names of states and bodies": [
        "He met U.S. President Clinton.",
        "Rates fell in the U.S.|The talks went well.",
        "Rates fell in the U.S.|“The end is near,” he said.",
        "More Japanese-U.S. Navy exercises.|The U.S.-led force left.",
        "The U.N. Security Council met.|He left the U.N.|It was late.",
        "Gazprom Co. Ltd. Chairman Vyakhirev left Sibneft Inc.|The price was low.",
    ],
    "titles": [
        "Mr. Jones and Dr. Smith met Gen. Lebed.|Col. Gen. Ivashov came.",
        "Lt.-Gen. Shamanov and Maj.-Gen. Troshev left.|Sen. Helms stayed.",
        "GEN. LEBED WON.|HE LEFT.",
        "He lives in St. Petersburg.|Fort St. George is far.",
    ],
    "initials": [
        "B. Yeltsin and B.N. Yeltsin are one.|V. Putin is not.",
        "John F. Kennedy Jr. Airport closed.|Yu. Luzhkov and Ye. Primakov met.",
        "He chose plan B.|The rest is known.",
        "World War II.|Yeltsin spoke of it.",
    ],
    "numbers": [
        "Rossiiskaya gazeta, No. 107, had it.|Nos. 5 and 6 did not.",
        "He said no.|The rest agreed.",
        "See Vol. V, No. 3, pp. 5-7, and art. 12.|It is long.",
        "1. The treaty was signed.|It holds.",
        "(a) First things first.|I. Ivanov came.",
    ],
    "dates and times": [
        "On Sept. 3 and in Dec. 1998 they met.|They parted in Oct.|Chechnya was next.",
        "He came on Fri. May 28 and left on Sat.|Nobody asked.",
        "It began at 5 p.m. Moscow time.|It ended at 6 p.m.|Yeltsin left at 7 p.m. Tuesday.",
        "It began at 5 a.m. GMT and at 8 a.m. May 3.|Then it rained.",
    ],
    "other abbreviations": [
        "Bread, salt etc. were sold.|Smith et al. Group left.",
        "Some, e.g. Russia and i.e. Moscow, agreed vs. Washington.|Others, cf. Tokyo, did not.",
    ],
    "quotation marks": [
        "He said: “We go.”|Then he left.",
        '"We go."|"We stay," she said.|He left.',
        "“Why?” he asked.|“Stop!” they cried.",
        "« Allons. »|Il part.",
        "He said “no.”|’Tis done.",
    ],
    "ellipses": [
        "He waited... and left...|Then he came.",
        "He waited . . . and left . . .|Then he came.",
        "He waited… and left…|Then he came.",
        "The words [...] Yeltsin used were plain.|[...] The rest was not.",
        "The end came.|...Then all was quiet.",
    ],
    "brackets": [
        "He left.|(He was ill.)|She stayed.",
        "The plan (drafted in haste. It was long) was dropped.|Good.",
        "He (sic!) Yeltsin spoke (in the U.S. in May).|Then came tea.",
        "He said so (in passing.)|The rest is known.",
        "An open ( bracket.|It never closes.",
        "A closed ) bracket.|It never opened.",
        "He left (" + "very " * 200 + "late.|It rained).|He stayed.",
        "The third (?) President of the land.|He fell (!) Tuesday.",
    ],
    "citations": [
        "They agreed to meet (Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29).|Nobody came.",
        "They agreed to meet. (Kyodo, May 28-29; AP, Sept. 3)|Nobody came.",
        "They agreed to meet. (Kyodo, May 28-29; AP, May 29).|Nobody came.",
        "They agreed to meet. (Reuters, May 3.)|Nobody came.",
        "They agreed to meet. (Kyodo, AP)|Nobody came.",
        "They agreed to meet. (see the Monitor, June 3)|Nobody came.",
        "They agreed to meet. (Interfax, 3 June) (AP, 4 June)|Nobody came.",
        "They agreed (Interfax, June 3), but nobody came.",
        "They agreed in the U.S. (Interfax, June 3).|Nobody came.",
        "They agreed.|(They left on May 3.)|Nobody came.",
        "They agreed.|(Nobody else did!)",
        "They agreed in Baku (AP, June 3)",
        "The U.N. (see above) Security Council met.",
    ],
    "notes and bullets": [
        "The treaty holds.[1]|The border does not.[12]",
        "The treaty holds.|– The border too.|* And the rest.|— Then peace.",
        "The treaty holds. – and the border too.",
    ],
    "small beginnings": [
        "He spoke of al-Qaeda.|al-Zawahiri left.|d’Estaing came.",
        "He likes iPods. and so on.",
    ],
    "other scripts": [
        "Ельцин уехал.|Москва молчит.|В. Путин остался.",
        "Он жил в США и т.д. и умер.",
        "日本。|中国。",
    ],
}


@pytest.mark.parametrize(
    "marked", [pytest.param(row, id=f"{group}: {row[:40]}") for group, rows in PARAGRAPHS.items() for row in rows]
)
def test_a_paragraph_is_cut_at_its_sentences(marked):
    paragraph = marked.replace("|", " ")

    found = [paragraph[start:end] for start, end in sentence_bounds(paragraph)]

    assert found == [sentence.strip() for sentence in marked.split("|") if sentence.strip()]

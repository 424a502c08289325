import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citations import find_citations

ISSUED = "1999-06-03"


TODAY = [("NTV", "1999-07-20"), ("ORT", "1999-07-19"), ("RTR", "1999-07-19")]


def cited(text, issued=ISSUED):
    return [
        (found.quote, [(report.source, report.date) for report in found.reports])
        for found in find_citations(text, issued)
    ]


@pytest.mark.parametrize(
    ("quote", "reports"),
    [
        (
            "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)",
            [("Kyodo", "1999-05-28/1999-05-29"), ("Itar-Tass", "1999-05-28/1999-05-30"), ("AP", "1999-05-29")],
        ),
        ("(NTV, ORT, RTR, May 28)", [("NTV", "1999-05-28"), ("ORT", "1999-05-28"), ("RTR", "1999-05-28")]),
        ("(NTV; ORT, RTR, May 28)", [("NTV", ""), ("ORT", "1999-05-28"), ("RTR", "1999-05-28")]),
        ("(Interfax, yesterday)", [("Interfax", "1999-06-02")]),
        ("(Interfax, today; Trud, Monday)", [("Interfax", "1999-06-03"), ("Trud", "1999-05-31")]),
        ("(Radio Rossii, Monday, May 31)", [("Radio Rossii", "1999-05-31")]),
        ("(Reuter, 1 and 2 June)", [("Reuter", "1999-06-01"), ("Reuter", "1999-06-02")]),
        ("(Interfax, June 1; and others)", [("Interfax", "1999-06-01")]),
        ("(Severny rabochy, June 1)", [("Severny rabochy", "1999-06-01")]),
        (
            "(Trud, June 1; see also Utrennyaya Pravda, June 2)",
            [("Trud", "1999-06-01"), ("Utrennyaya Pravda", "1999-06-02")],
        ),
        ("(Russian agencies, May 17)", [("Russian agencies", "1999-05-17")]),
        ("(Russian and Western agencies, May 17)", [("Russian and Western agencies", "1999-05-17")]),
        ("(local media, May 17)", [("local media", "1999-05-17")]),
        ("(AP, Reuters, June 2, 1999)", [("AP", "1999-06-02"), ("Reuters", "1999-06-02")]),
        ("(AFP and Reuters, June 2)", [("AFP", "1999-06-02"), ("Reuters", "1999-06-02")]),
        ("(Kommersant Daily, June 2-3)", [("Kommersant Daily", "1999-06-02/1999-06-03")]),
        ("(Kyodo, May 28-June 2)", [("Kyodo", "1999-05-28/1999-06-02")]),
        ("(Interfax, June 1, 3)", [("Interfax", "1999-06-01"), ("Interfax", "1999-06-03")]),
        (
            "(Interfax, Trud, June 1, 3)",
            [("Interfax", "1999-06-01"), ("Interfax", "1999-06-03"), ("Trud", "1999-06-01"), ("Trud", "1999-06-03")],
        ),
        ("(Interfax, May 30-31, June 2)", [("Interfax", "1999-05-30/1999-05-31"), ("Interfax", "1999-06-02")]),
        ("(Interfax, May 31, Trud, June 2)", [("Interfax", "1999-05-31"), ("Trud", "1999-06-02")]),
        ("(ITAR-TASS, May 20 & 24)", [("ITAR-TASS", "1999-05-20"), ("ITAR-TASS", "1999-05-24")]),
        ("(AP, Dec. 31-Jan. 2)", [("AP", "1998-12-31/1999-01-02")]),
        ("(Interfax, June 2; see the Monitor, June 1)", [("Interfax", "1999-06-02")]),
        ("(see the Monitor, May 27; AP, June 2)", [("AP", "1999-06-02")]),
        (
            "(Interfax, June 1; see the Monitor, vol. 5, no. 99; AP, June 2)",
            [("Interfax", "1999-06-01"), ("AP", "1999-06-02")],
        ),
        ("(Reuters, June 2; Itar-Tass)", [("Reuters", "1999-06-02"), ("Itar-Tass", "")]),
        ("(Interfax, Moscow, June 2)", [("Interfax", "1999-06-02")]),
        ("(Trud, no. 99, June 2)", [("Trud", "1999-06-02")]),
        ("(Trud, June 2, p. 3)", [("Trud", "1999-06-02")]),
        ("(the Moscow Times, June 2)", [("Moscow Times", "1999-06-02")]),
        ("(NTV’s “Itogi,” May 30)", [("NTV", "1999-05-30")]),
        ("(Russian Television (RTR), June 2)", [("Russian Television (RTR)", "1999-06-02")]),
        ("(as reported by Kyodo, May 28)", [("Kyodo", "1999-05-28")]),
        ("(Agentstvo voennykh novostei, 2 June)", [("Agentstvo voennykh novostei", "1999-06-02")]),
        ("(Zhivoe slovo, June 2)", [("Zhivoe slovo", "1999-06-02")]),
        ("(Polit.ru, June 2)", [("Polit.ru", "1999-06-02")]),
        ("(Interfax,\nJune 2)", [("Interfax", "1999-06-02")]),
        ("(AP, June 31)", [("AP", "")]),
        ("(AP, Reuters)", [("AP", ""), ("Reuters", "")]),
        ("(June 1: Trud, Segodnya)", [("Trud", "1999-06-01"), ("Segodnya", "1999-06-01")]),
        ("(June 1 Trud; June 2-3 Segodnya)", [("Trud", "1999-06-01"), ("Segodnya", "1999-06-02/1999-06-03")]),
        ("(AP, May 28 through 30)", [("AP", "1999-05-28/1999-05-30")]),
        ("(AP, May 28 to 30)", [("AP", "1999-05-28/1999-05-30")]),
        ("(Trud, Segodnya, both June 2)", [("Trud", "1999-06-02"), ("Segodnya", "1999-06-02")]),
        ("(AP, late on June 2)", [("AP", "1999-06-02")]),
        ("(Interfax, 1400 GMT, June 2)", [("Interfax", "1999-06-02")]),
        ("(Izvestia interview with Igor Ivanov, June 2)", [("Izvestia", "1999-06-02")]),
        ("(an editorial in Izvestia, June 2)", [("Izvestia", "1999-06-02")]),
        ("(Igor Ivanov in Izvestia, June 2)", [("Izvestia", "1999-06-02")]),
        ("(the newspaper Utrennyaya Pravda, June 2)", [("Utrennyaya Pravda", "1999-06-02")]),
        ("(Reuters report from Varda, June 2)", [("Reuters", "1999-06-02")]),
        ("(AP, citing two ministers and a clerk, June 2)", [("AP", "1999-06-02")]),
        ("(AP, citing Kyodo, June 2)", [("AP", "1999-06-02"), ("Kyodo", "1999-06-02")]),
        ("(AP as well as Russian agencies, June 2)", [("AP", "1999-06-02"), ("Russian agencies", "1999-06-02")]),
        ("(AP, June 2; see accompanying story)", [("AP", "1999-06-02")]),
        ("(AP, June 2; on the budget, see the Monitor, May 3)", [("AP", "1999-06-02")]),
        ("(AP/AFP, June 2)", [("AP/AFP", "1999-06-02")]),
        ("(Vladivostok, June 1; Trud, June 2)", [("Vladivostok", "1999-06-01"), ("Trud", "1999-06-02")]),
        ("(24 Vardi, Interfax, June 2)", [("24 Vardi", "1999-06-02"), ("Interfax", "1999-06-02")]),
        ("(Tajik state radio, June 2)", [("Tajik state radio", "1999-06-02")]),
        ("(Vardafax, June 2)", [("Vardafax", "1999-06-02")]),
        ("(Ekspert, May 1998)", [("Ekspert", "1998-05")]),
        ("(Ekspert, No. 9, May)", [("Ekspert", "1999-05")]),
        ("(Ekspert, December-January)", [("Ekspert", "1998-12/1999-01")]),
    ],
)
def test_a_citation_names_sources_and_days(quote, reports):
    assert cited(f"The talks went on {quote}.") == [(quote, reports)]


@pytest.mark.parametrize(
    "text",
    [
        "The list (including AP members, May 28 voters) grew.",
        "More of it follows (see below).",
        "It was so (1999).",
        "It was so (May 28).",
        "It was so (May 28-29).",
        "He spoke (Moscow, May 28).",
        "They met (Cologne, Germany, June 18-20).",
        "They rested (Monday, May 31).",
        "They rested (Victory Day, May 9).",
        "They spoke (President Vaclav Havel, June 2).",
        "They spoke (Russian Foreign Minister Igor Ivanov, June 2).",
        "They signed (Helsinki Agreement, March 21).",
        "It is the Associated Press (AP).",
        "He told two agencies (Interfax, Itar-Tass).",
        "He owned two channels (NTV, TNT).",
        "They fought (Korday, May 28).",
        "They signed (Treaty of Varda, May 28).",
        "They signed (Varda Memorandum, May 1998).",
        "It began (May 28, according to AP).",
        "It began (24 Vardi, May 28).",
        "It began (in Varda, May 28).",
        "He resigned (Ivanov, May 28; Petrov, May 30).",
        "He left (Komura, May 28-30) for home.",
        "He left (after the talks ended, May 28).",
        "He left (AP, May 28",
        "A dinner (his third since May 28) was cancelled.",
        "See more (see the Monitor, June 3).",
        "See more (see the Monitor, vol. 5, no. 107).",
        "He said so (Interfax,\n\nJune 2).",
        "(",
        "",
    ],
)
def test_other_parentheses_are_left_alone(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("All went well, Kyodo reported June 2.", "Kyodo reported June 2", "Kyodo"),
        ("All went well, Kyodo reported on Wednesday.", "Kyodo reported on Wednesday", "Kyodo"),
        (
            "RFE/RL's Tajik Service reported June 2 that",
            "RFE/RL's Tajik Service reported June 2",
            "RFE/RL's Tajik Service",
        ),
        ("But Interfax also said on June 2 that it rained.", "Interfax also said on June 2", "Interfax"),
        (
            "The Moscow Times wrote on Wednesday, June 2, that it rained.",
            "Moscow Times wrote on Wednesday, June 2",
            "Moscow Times",
        ),
        ("It rained, according to Interfax (June 2).", "according to Interfax (June 2)", "Interfax"),
        ("It rained, according to the daily Trud on June 2.", "according to the daily Trud on June 2", "Trud"),
        ("He told Interfax on June 2 that it rained.", "Interfax on June 2", "Interfax"),
        ("He was quoted by Itar-Tass June 2.", "Itar-Tass June 2", "Itar-Tass"),
        ("Then Nezavisimaya gazeta (June 2) asked why.", "Nezavisimaya gazeta (June 2)", "Nezavisimaya gazeta"),
        (
            "Gazeta Utrennyaya pravda reported June 2.",
            "Gazeta Utrennyaya pravda reported June 2",
            "Gazeta Utrennyaya pravda",
        ),
    ],
)
def test_known_sources_are_cited_in_running_words(text, quote, source):
    assert cited(text) == [(quote, [(source, "1999-06-02")])]


@pytest.mark.parametrize(
    "text",
    [
        "Ivanov said June 2 that it rained.",
        "The Defense Ministry reported June 2 that it rained.",
        "Ivanov left the NTV studio on June 2.",
        "A rally began on June 2.",
        "He read Trud. On June 2 it rained.",
        "Kyodo reported.\n\nJune 2 was rainy.",
    ],
)
def test_running_words_without_a_known_source_cite_nobody(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Interfax quoted the premier on June 2 as saying no.", "Interfax quoted the premier on June 2"),
        ("Interfax reported from Varda on June 2 that it rained.", "Interfax reported from Varda on June 2"),
        ("It rained, Interfax said, citing two clerks, on June 2.", "Interfax said, citing two clerks, on June 2"),
        ("It rained, Interfax reported, on June 2.", "Interfax reported, on June 2"),
        ("Interfax correctly predicted on June 2 that it would rain.", "Interfax correctly predicted on June 2"),
        ("Izvestia published the whole text on June 2.", "Izvestia published the whole text on June 2"),
    ],
)
def test_words_may_stand_between_a_source_and_its_day(text, quote):
    assert [one.quote for one in find_citations(text, ISSUED)] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Interfax reported the death of two clerks on June 2.",
        "Izvestia published. The text of June 2 is lost.",
        "The minister quoted the premier on June 2.",
    ],
)
def test_what_happened_on_a_day_is_not_cited_with_it(text):
    assert cited(text) == []


def test_a_list_of_sources_shares_running_words():
    (citation,) = find_citations("Interfax, AP, and Reuters both reported June 2 that it rained.", ISSUED)

    assert [report.source for report in citation.reports] == ["Interfax", "AP", "Reuters"]


def test_two_sources_may_share_running_words():
    (citation,) = find_citations("Interfax and Itar-Tass reported June 2 that it rained.", "1999-06-03")

    assert citation.quote == "Interfax and Itar-Tass reported June 2"
    assert [(report.source, report.date) for report in citation.reports] == [
        ("Interfax", "1999-06-02"),
        ("Itar-Tass", "1999-06-02"),
    ]


def test_several_citations_come_in_order_and_never_overlap():
    text = "Kyodo reported June 1 (AP, June 2). Others told Trud on June 2 (NTV, ORT, June 2; see the Monitor, June 1)."

    found = find_citations(text, ISSUED)

    assert [one.quote for one in found] == [
        "Kyodo reported June 1",
        "(AP, June 2)",
        "Trud on June 2",
        "(NTV, ORT, June 2; see the Monitor, June 1)",
    ]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_date_words_can_be_read_again():
    found = find_citations("It rained (Interfax, Trud, June 1, 3, 1999).")

    assert [report.date_words for report in found[0].reports] == ["June 1, 1999", "June 3, 1999"] * 2


def test_offsets_count_code_points():
    text = "\U0001d4d0 café – it rained (AP, June 2)."

    (found,) = find_citations(text, ISSUED)

    assert text[found.start : found.end] == "(AP, June 2)" == found.quote


PIECES = st.sampled_from(
    [
        "(",
        ")",
        "AP",
        "Kyodo",
        ", ",
        "; ",
        " ",
        "June 2",
        "May 28-29",
        "see ",
        "the Monitor",
        "\n\n",
        "é",
        "\U0001f600",
        "and ",
        "reported ",
        "5",
        ".",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_quote_stands_in_the_text(text):
    for found in find_citations(text, ISSUED):
        assert text[found.start : found.end] == found.quote
        assert found.reports


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        ")",
        "()",
        "((x)",
        "(AP, June 2",
        "(AP, June 2; ",
        "(June ",
        "June 2 ",
        "AP said June 2 ",
        "see The A ",
        "(AP and ",
        "A ",
        "May 2, 3, ",
        "(A and B, June 2)",
    ],
)
def test_hostile_texts_take_linear_time(piece):
    text = piece * (100_000 // len(piece))
    start = time.process_time()

    find_citations(text, ISSUED)

    assert time.process_time() - start < 2  # measured: at most 0.6 s


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Apsnypress reported July 14 that rain fell.", [("Apsnypress", "1999-07-14")]),
        ("Vremya wrote on Friday that rain fell.", [("Vremya", "1999-07-16")]),
        ("Rain fell, Interfax reported late on Monday.", [("Interfax", "1999-07-19")]),
        ("Interfax reported on Monday, July 12, that rain fell.", [("Interfax", "1999-07-12")]),
        ("RFE/RL's Tajik Service reported July 14.", [("RFE/RL's Tajik Service", "1999-07-14")]),
        ("Rain fell (NTV, today; ORT, yesterday; RTR, Monday).", TODAY),
        ("Rain fell (Reuter, 1 and 2 July).", [("Reuter", "1999-07-01"), ("Reuter", "1999-07-02")]),
        ("Rain fell (Severny rabochy, July 14; and others).", [("Severny rabochy", "1999-07-14")]),
        ("Ivanov said on Monday that rain fell.", []),
        ("Rain fell (Ankara, Monday).", []),
    ],
)
def test_days_may_hang_on_the_issue_and_sources_on_others(text, reports):
    found = find_citations(text, "1999-07-20")

    assert [(report.source, report.date) for one in found for report in one.reports] == reports


def test_a_weekday_is_none_where_the_issue_has_no_day():
    (found,) = find_citations("Interfax reported on Monday that rain fell.", "1999")

    assert [(report.date_words, report.date) for report in found.reports] == [("Monday", "")]

import pytest

from articles.importing.glued_headline import Headlines, without_glued_headline


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        ("It rained.\n\nMINISTER RESIGNS", "Minister resigns.", "It rained."),
        ("It rained. MINISTER RESIGNS.", "MINISTER RESIGNS", "It rained."),
        ("It rained.” Minister “resigns”", 'MINISTER "RESIGNS"', "It rained.”"),
        ("It rained (AP, May 1). MINISTER\nRESIGNS", "MINISTER RESIGNS", "It rained (AP, May 1)."),
    ],
)
def test_a_headline_of_another_article_is_cut_off(text, headline, body):
    cut, glued = without_glued_headline(text, Headlines([headline]).but(""))

    assert (cut, text.endswith(glued), bool(glued)) == (body, True, True)


@pytest.mark.parametrize(
    ("text", "headlines", "own"),
    [
        ("It rained. MINISTER RESIGNS", [], ""),
        ("It rained. MINISTER RESIGNS", ["MINISTER STAYS"], ""),
        ("It rained and the MINISTER RESIGNS", ["MINISTER RESIGNS"], ""),
        ("MINISTER RESIGNS", ["MINISTER RESIGNS"], ""),
        ("It rained. MINISTER RESIGNS", ["MINISTER RESIGNS"], "Minister resigns"),
        ("It rained. WAR", ["WAR"], ""),
    ],
)
def test_anything_else_stays(text, headlines, own):
    assert without_glued_headline(text, Headlines(headlines).but(own)) == (text, "")


def test_two_articles_of_one_headline_confirm_each_other():
    headlines = Headlines(["Minister resigns", "MINISTER RESIGNS."])

    assert without_glued_headline("It rained. Minister resigns", headlines.but("Minister resigns"))[0] == "It rained."


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("It rained. RAIN EXPECTED.", True),
        ("It rained.\nRain  EXPECTED ...", True),
        ("Nobody had expected", True),
        ("Nobody had expected it.", False),
        ("It rained all day.", False),
        ("EXPECTED", True),
        ("", False),
    ],
)
def test_only_a_text_that_ends_with_the_last_word_of_a_headline_is_looked_at(text, may):
    assert Headlines(["Rain expected.", "Calm"]).may_end(text) is may

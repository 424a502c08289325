"""The files and tags by which an article is cited."""

import json
import re

import bibtexparser
import pytest

from articles.models import QuotePolicy
from tests.make import make_article, make_issue, make_publication

pytestmark = pytest.mark.django_db
HERE = "/publications/digest/5/107/1/"
LEFT = "It left in the night."
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def make_visit(policy=QuotePolicy.FULL, **over):
    publication = make_publication(slug="digest", title="The Digest", licence="CC BY 4.0", quote_policy=policy)
    issue = make_issue(publication=publication, volume=5, number=107, date="1999-06-03")
    return make_article(**{"issue": issue, "published": True, "title": "A visit ends", "text": LEFT, **over})


def read(client, name):
    answer = client.get(HERE + name)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("index.bib", "application/x-bibtex"),
        ("index.ris", "application/x-research-info-systems"),
        ("index.csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_a_citation_is_saved_under_the_articles_key(client, name, content_type):
    make_visit()

    answer = client.get(HERE + name)

    assert answer.headers["Content-Type"].split(";")[0] == content_type
    assert answer.headers["Content-Disposition"] == f'attachment; filename="digest-5-107-1.{name.partition(".")[2]}"'
    assert f"http://testserver{HERE}" in answer.content.decode()


def test_every_file_is_offered_on_the_page(client):
    make_visit()

    page = read(client, "")

    for name in ("index.bib", "index.ris", "index.csl.json", "index.txt", "index.json"):
        assert re.search(rf'<a href="({HERE})?{re.escape(name)}">', page), name


@pytest.mark.parametrize("name", ["index.bib", "index.ris", "index.csl.json", "index.txt"])
def test_what_is_not_public_has_no_citation(client, name):
    make_visit(status="in_review", published=False)

    assert client.get(HERE + name).status_code == 404


def test_tags_in_the_head_say_what_the_bibtex_says(client):
    make_visit(byline="Ada Varga")
    fields = bibtexparser.parse_string(read(client, "index.bib")).entries[0].fields_dict

    page = read(client, "")

    for tag, field in {"title": "title", "journal_title": "journal", "volume": "volume", "author": "author"}.items():
        assert f'<meta name="citation_{tag}" content="{fields[field].value.strip("{}")}">' in page
    assert '<meta name="citation_publication_date" content="1999/06/03">' in page


def test_machines_read_what_the_page_says(client):
    make_visit(byline="Ada Varga", section="North")

    said = json.loads(SCRIPT.search(read(client, ""))[1])

    assert (said["@type"], said["headline"], said["datePublished"]) == ("NewsArticle", "A visit ends", "1999-06-03")
    assert said["isPartOf"]["issueNumber"] == "107"
    assert said["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "The Digest"
    assert said["license"] == "CC BY 4.0"


def test_no_headline_ends_the_script_element(client):
    title = "</script><script>alert(1)</script> & <!--"
    make_visit(title=title)

    page = read(client, "")

    assert page.count("</script>") == page.count("<script")
    assert json.loads(SCRIPT.search(page)[1])["headline"] == title


def test_the_text_file_has_the_words_and_how_to_cite_them(client):
    make_visit()

    text = read(client, "index.txt")

    assert text.startswith(
        "The Digest, volume 5, number 107, item 1\n3 June 1999\n\nA visit ends\n\nIt left in the night.\n\n"
    )
    assert f"http://testserver{HERE}" in text


@pytest.mark.parametrize("policy", [QuotePolicy.SENTENCE, QuotePolicy.NONE])
def test_words_that_may_not_leave_the_page_are_in_no_file(client, policy):
    make_visit(policy)

    for name in ("index.txt", "index.bib", "index.ris", "index.csl.json"):
        assert "left in the night" not in read(client, name)

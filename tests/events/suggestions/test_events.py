import pytest

from events.gazetteer import gazetteer
from events.suggestions.events import find_events
from events.suggestions.names import find_names
from events.suggestions.reading import Reading


def events(text, issued="1999-06-03"):
    reading = Reading(text, issued)
    return list(find_events(reading, find_names(reading, gazetteer())))


def only(text, issued="1999-06-03"):
    (event,) = events(text, issued)
    return event.value


@pytest.mark.parametrize(
    ("text", "type_", "mode", "status"),
    [
        ("Igor Ivanov met Robin Cook on Tuesday.", "CONSULT", "", "occurred"),
        ("Keizo Obuchi telephoned Boris Yeltsin on Tuesday.", "CONSULT", "phone", "occurred"),
        ("Leonid Kuchma will visit Warsaw on Friday.", "CONSULT", "visit", "planned"),
        ("Georgia and Turkey signed a treaty on Monday.", "SUPPORT", "", "occurred"),
        ("Boris Yeltsin signed a decree on Monday.", "X-LEGISLATE", "", "occurred"),
        ("Tokyo pledged to send doctors.", "AGREE", "", "occurred"),
        ("Norway offered Russia help on Monday.", "AID", "", "proposed"),
        ("Minsk apologized to Vilnius.", "CONCEDE", "", "occurred"),
        ("Russia withdrew two battalions from Georgia in May.", "RETREAT", "withdraw", "occurred"),
        ("Uzbekistan released four prisoners on Monday.", "RETREAT", "release", "occurred"),
        ("Latvia urged Moscow to wait.", "REQUEST", "", "occurred"),
        ("The Communists demand the resignation of Boris Yeltsin.", "REQUEST", "yield", "occurred"),
        ("Kyiv accused Moscow of blackmail.", "ACCUSE", "allege", "occurred"),
        ("Poland condemned the arrest.", "ACCUSE", "disapprove", "occurred"),
        ("Tehran rejected the plan on Sunday.", "REJECT", "", "occurred"),
        ("Gazprom threatened to cut deliveries to Ukraine.", "THREATEN", "", "occurred"),
        ("Miners picketed the State Duma on Monday.", "PROTEST", "demo", "occurred"),
        ("Russia expelled two British diplomats on Monday.", "SANCTION", "expel", "occurred"),
        ("Russian troops were deployed near Osh on Monday.", "MOBILIZE", "troops", "occurred"),
        ("Police arrested two deputies in Minsk.", "COERCE", "arrest", "occurred"),
        ("A bomb exploded in Tashkent on Monday.", "ASSAULT", "explosives", "occurred"),
        ("The president appointed Sergei Stepashin on Monday.", "X-APPOINT", "", "occurred"),
        ("The Duma passed the budget on Monday.", "X-LEGISLATE", "", "occurred"),
        ("The ruble fell by 3 percent on Monday.", "X-ECON", "", "occurred"),
        ("A barge sank in the Caspian on Monday.", "X-DISASTER", "", "occurred"),
        ("The talks in Minsk were cancelled on Monday.", "CONSULT", "", "cancelled"),
        ("The summit was put off until July 2.", "CONSULT", "multilateral", "planned"),
        ("An election is scheduled for July 2.", "X-APPOINT", "", "planned"),
        ("Moscow denied that its planes had bombed Georgia.", "ASSAULT", "aerial", "denied"),
    ],
)
def test_a_sentence_tells_an_event_with_type_and_status(text, type_, mode, status):
    event = only(text)

    assert (event["types"][0], event["mode"], event["status"]) == (type_, mode, status)
    assert 1 <= len(event["types"]) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "Moscow may regret it.",
        "It is a strange sort of siege.",
        "Promises to miners have a short life in Russia.",
        "Tokyo would rather have the islands.",
        "Japanese officials would prefer to see Yeltsin visit Japan sooner.",
        "They will not get it.",
        "Nobody knows.",
        "A longer stoppage would leave the stations with nothing to burn.",
        "If Russia left, Georgia would cheer.",
        "",
    ],
)
def test_mood_preference_and_forecast_report_nothing(text):
    assert events(text) == []


def test_a_sentence_may_tell_several_events():
    text = "Boris Yeltsin dismissed Sergei Stepashin on August 9, and Tbilisi welcomed the step."

    assert [event.value["types"][0] for event in events(text, "1999-08-13")] == ["X-APPOINT", "SUPPORT"]


def test_what_was_said_belongs_to_the_saying():
    text = "Igor Ivanov said on Tuesday that Moscow would sign the treaty and reject the protocol."

    assert [event.value["types"] for event in events(text)] == [["X-STATE", "AGREE", "SUPPORT"]]


def test_all_slots_are_filled():
    text = "Igor Ivanov met Robin Cook in Helsinki on May 31. They agreed on little (Interfax, June 1)."

    event = events(text)[0].value

    assert event["participants"] == [
        {"role": "actor", "name": "Igor Ivanov", "start": 0, "end": 11},
        {"role": "recipient", "name": "Robin Cook", "start": 16, "end": 26},
    ]
    assert (event["date"], event["place"]) == ("1999-05-31", "Helsinki")
    assert text[slice(*event["trigger"])] == "met"
    assert text[slice(*event["citation"])] == "(Interfax, June 1)"


def test_no_event_is_placed_at_a_metonym():
    assert only("Moscow accused Tbilisi of blackmail on Monday.")["place"] is None


def test_without_a_time_the_issue_bounds_the_event():
    assert only("Kyiv accused Moscow of blackmail.")["date"] == "[..1999-06-03]"
    assert only("Leonid Kuchma will visit Warsaw.")["date"] == "[1999-06-03..]"
    assert only("Kyiv accused Moscow of blackmail.", "")["date"] is None


def test_a_passive_turns_the_roles_round():
    event = only("Two deputies of Yabloko were arrested by Russian police on Monday.")

    assert [(one["role"], one["name"]) for one in event["participants"]] == [
        ("actor", "Russia"),
        ("recipient", "Yabloko"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Igor Ivanov came to Minsk. He rejected the plan.", ["Igor Ivanov"]),
        ("Japan and Russia met. They signed a treaty.", ["Japan", "Russia"]),
        ("Japan and Russia met. The two sides signed a treaty.", ["Japan", "Russia"]),
        ("Japan, China and Russia met. They signed a treaty.", []),
    ],
)
def test_a_pronoun_stands_for_whom_the_sentence_before_settles(text, names):
    assert [one["name"] for one in events(text)[-1].value["participants"]] == names

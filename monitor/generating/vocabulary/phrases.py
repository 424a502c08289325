# ruff: noqa: E501 (one phrase a line)
"""What happens in the made-up archive: for each type and mode how a digest says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A happening as verb and object. `role` is what the object is (empty: there is none); `subject` stands where
    nobody acts, as in a flood; `about` leads to the topic, and where it is empty no topic is named."""

    type: str
    mode: str
    base: str
    past: str
    gerund: str
    link: str = ""
    role: str = "recipient"
    about: str = "over"
    object: str = "body"
    subject: str = ""
    participle: str = ""

    @property
    def done(self) -> str:
        return self.participle or self.past


def _read(lines: str) -> tuple[Phrase, ...]:
    return tuple(_phrase(line) for line in lines.strip().splitlines())


def _phrase(line: str) -> Phrase:
    """`TYPE.mode | base | past | gerund | link | role | about | object | subject`, blanks as defaults."""
    key, *given = (part.strip() for part in line.split("|"))
    kind, _, mode = key.partition(".")
    base, past, gerund, link, role, about, thing, subject = (given + [""] * 8)[:8]
    past, _, participle = past.partition("/")
    return Phrase(
        kind,
        mode,
        base,
        past,
        gerund,
        link,
        "" if role == "none" else role or "recipient",
        "" if about == "none" else about or "over",
        thing or "body",
        subject,
        participle,
    )


PHRASES = _read("""
CONSULT | hold talks | held talks | holding talks | with | | on
CONSULT | discuss border crossings | discussed border crossings | discussing border crossings | with | | in the light of
CONSULT.visit | pay a visit | paid a visit | paying a visit | to | | for talks on | state
CONSULT.phone | speak by telephone | spoke by telephone/spoken by telephone | speaking by telephone | with | | about
CONSULT.multilateral | convene a round table | convened a round table | convening a round table | with | | on
CONSULT.third-party | meet on neutral ground | met on neutral ground | meeting on neutral ground | with | | on
AGREE | sign an agreement | signed an agreement | signing an agreement | with | | on
AGREE | initial a protocol | initialled a protocol | initialling a protocol | with | | on
AGREE | pledge closer work | pledged closer work | pledging closer work | with | | on
SUPPORT | praise | praised | praising | | | for its stand on
SUPPORT | back | backed | backing | | | in the dispute over
CONCEDE | drop objections | dropped objections | dropping objections | to the position of | | on
CONCEDE | ease demands | eased demands | easing demands | on | | regarding
COOPERATE | hold joint exercises | held joint exercises | holding joint exercises | with | | devoted to
COOPERATE | open a joint office | opened a joint office | opening a joint office | with | | for
AID | send relief supplies | sent relief supplies | sending relief supplies | to | | to ease
AID | grant a credit | granted a credit | granting a credit | to | | against a pledge on
RETREAT.withdraw | withdraw a garrison | withdrew a garrison/withdrawn a garrison | withdrawing a garrison | from positions facing | | after a bargain on
RETREAT.release | release detained crews | released detained crews | releasing detained crews | to | | in return for concessions on
RETREAT.ceasefire | observe a ceasefire | observed a ceasefire | observing a ceasefire | with | | pending talks on
RETREAT.resign | resign a seat | resigned a seat | resigning a seat | on the board of | | amid quarrels over
REQUEST.assist | ask for assistance | asked for assistance | asking for assistance | from | | with
REQUEST.change | demand new rules | demanded new rules | demanding new rules | from | | on
REQUEST.meet | call for an early meeting | called for an early meeting | calling for an early meeting | with | | on
ACCUSE.disapprove | criticise | criticised | criticising | | | for its handling of
ACCUSE.allege | accuse | accused | accusing | | | of delays in settling
ACCUSE.investigate | open an inquiry | opened an inquiry | opening an inquiry | into the conduct of | | in the matter of
REJECT.change | turn down a proposal | turned down a proposal | turning down a proposal | by | | on
REJECT.meet | refuse to receive envoys | refused to receive envoys | refusing to receive envoys | of | | for talks on
THREATEN.restrict | threaten to close crossings | threatened to close crossings | threatening to close crossings | to | | unless there is movement on
THREATEN.relations | threaten to recall the ambassador | threatened to recall the ambassador | threatening to recall the ambassador | from talks with | | because of
PROTEST.demo | stage a rally | staged a rally | staging a rally | against | | over | body
PROTEST.strike | go on strike | went on strike/gone on strike | going on strike | against | | in a row over | body
PROTEST.hunger | begin a hunger strike | began a hunger strike/begun a hunger strike | beginning a hunger strike | against | | over
PROTEST.obstruct | block the main road | blocked the main road | blocking the main road | against orders of | | over
SANCTION.expel | expel two attaches | expelled two attaches | expelling two attaches | of | | in a quarrel over | state
SANCTION.discontinue | halt deliveries | halted deliveries | halting deliveries | to | | after a breakdown of talks on
SANCTION.withdraw | recall the envoy | recalled the envoy | recalling the envoy | from | | in protest at plans for | state
MOBILIZE.troops | put units on alert | put units on alert | putting units on alert | opposite | | amid tension over
MOBILIZE.police | bring in extra police | brought in extra police | bringing in extra police | against | | ahead of protests over
COERCE.arrest | detain an aide | detained an aide | detaining an aide | of | | on suspicion of fraud in | person
COERCE.seize | seize warehouses | seized warehouses | seizing warehouses | of | | in a case about
COERCE.censor | suspend a newspaper | suspended a newspaper | suspending a newspaper | close to | | for its articles on
COERCE.curfew | impose a curfew | imposed a curfew | imposing a curfew | on supporters of | | after clashes over
ASSAULT.firearms | exchange fire | exchanged fire | exchanging fire | with | victim | in a conflict rooted in | body
ASSAULT.explosives | damage with explosives a depot | damaged with explosives a depot | damaging with explosives a depot | of | victim | none | body
ASSAULT.beat | beat up a courier | beat up a courier/beaten up a courier | beating up a courier | of | victim | none | body
X-APPOINT | appoint | appointed | appointing | | | as special envoy for | person
X-APPOINT | dismiss | dismissed | dismissing | | | after criticism of work on | person
X-LEGISLATE | pass a law | passed a law | passing a law | | none | on
X-LEGISLATE | issue a decree | issued a decree | issuing a decree | | none | on
X-STATE | publish an assessment | published an assessment | publishing an assessment | | none | of
X-STATE | comment at length | commented at length | commenting at length | | none | on
X-ECON | raise tariffs | raised tariffs | raising tariffs | for customers of | topic | in connection with
X-ECON | report falling output | reported falling output | reporting falling output | | none | amid disputes over
X-DISASTER | flood depots | flooded depots | flooding depots | of | victim | none | body | A river in spate
X-DISASTER | destroy a store | destroyed a store | destroying a store | of | victim | none | body | A fire
X-DISASTER | shut down workshops | shut down workshops | shutting down workshops | of | victim | none | body | An earth tremor
""")

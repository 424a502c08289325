"""The forms of English verbs: from a lemma to what may stand in a text, and what each form tells."""

from articles.citations.word_list import word_list

PAST, PARTICIPLE, PRESENT, BASE, GERUND = "past", "participle", "present", "base", "gerund"

_IRREGULAR_VERBS = """
become became become | begin began begun | break broke broken | bring brought brought | build built built |
buy bought bought | come came come | cost cost cost | cut cut cut | drive drove driven | fall fell fallen |
fight fought fought | find found found | flee fled fled | fly flew flown | forbid forbade forbidden | forgive
forgave forgiven | freeze froze frozen | get got got | give gave given | go went gone | grow grew grown | hear
heard heard | hit hit hit | hold held held | keep kept kept | lay laid laid | lead led led | leave left left |
lend lent lent | let let let | lose lost lost | make made made | mean meant meant | meet met met | overrun
overran overrun | override overrode overridden | overthrow overthrew overthrown | pay paid paid | put put put
| quit quit quit | repay repaid repaid | rise rose risen | run ran run | say said said | see saw seen | seek
sought sought | sell sold sold | send sent sent | set set set | shoot shot shot | shrink shrank shrunk | shut
shut shut | sink sank sunk | slay slew slain | speak spoke spoken | spend spent spent | stand stood stood |
steal stole stolen | strike struck struck | swear swore sworn | take took taken | tear tore torn | tell told
told | think thought thought | throw threw thrown | undertake undertook undertaken | win won won | withdraw
withdrew withdrawn | withhold withheld withheld | write wrote written | forecast forecast forecast | broadcast
broadcast broadcast | dig dug dug | sweep swept swept | swell swelled swollen | shake shook shaken | plead
pleaded pleaded | hang hanged hanged | burst burst burst | bid bid bid | beat beat beaten | blow blew blown |
spill spilled spilled | choose chose chosen | bear bore borne | draw drew drawn | drop dropped dropped | feel
felt felt | burn burned burned | leak leaked leaked | overturn overturned overturned | step stepped stepped |
rebut rebutted rebutted | refer referred referred
"""
_IRREGULAR = {verb: (past, participle) for verb, past, participle in map(str.split, _IRREGULAR_VERBS.split("|"))}
_DOUBLING = word_list(
    "drop stop ban plan cut hit let quit set shut put run win begin commit admit permit submit rob kidnap strip "
    "shop ship scrap annul dub bar spur club stab jam rebut bid transfer confer defer infer occur compel rebel "
    "expel repel slap scan trim strap step top cap trap whip rip slip grab"
)

_BOTH_SPELLINGS = word_list("cancel travel label signal fuel level model")


def forms_of(lemma: str) -> dict[str, frozenset[str]]:
    """Each form of a verb with what it may be."""
    past, participle = _past_forms(lemma)
    forms: dict[str, set[str]] = {lemma: {BASE}}
    forms.setdefault(_present(lemma), set()).add(PRESENT)
    forms.setdefault(_gerund(lemma), set()).add(GERUND)
    forms.setdefault(past, set()).add(PAST)
    forms.setdefault(participle, set()).add(PARTICIPLE)
    if lemma in _BOTH_SPELLINGS:
        forms[lemma + "led"] = {PAST, PARTICIPLE}
        forms[lemma + "ling"] = {GERUND}
    return {form: frozenset(kinds) for form, kinds in forms.items()}


def _past_forms(lemma: str) -> tuple[str, str]:
    if lemma in _IRREGULAR:
        past, participle = _IRREGULAR[lemma]
        return past, participle
    regular = _with_ending(lemma, "ed")
    return regular, regular


def _present(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _with_ending(lemma: str, ending: str) -> str:
    if lemma.endswith("e"):
        return lemma + ending[1:]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "i" + ending
    return _doubled(lemma) + ending


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in _DOUBLING else lemma

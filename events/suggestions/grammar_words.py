"""Words that tell what a verb form means here: helpers, determiners, conditions, pronouns, forms that are nouns too."""

from articles.citations.word_list import word_list

ADVERBS = word_list(
    "not never also then now only again both all still yesterday today once twice just already soon later further "
    "even so have been reportedly openly formally officially finally again no longer yet ever merely first last "
    "at"
)
BE = word_list("is are was were be been being am gets got get")
HAVE = word_list("has have had having")
WILL = word_list("will would shall 'll wo")
MAY = word_list("may might could should must can cannot ought need dare")
DETERMINERS = word_list(
    "the a an its his her their our this that these those no some any each every another such newly recently "
    "so-called once self-styled of in on at by for from with as to's 's below under over above without against "
    "between per new old first second third last next more most less own and/or two three four five six many "
    "several few long-"
)
AHEAD_GOVERNORS = word_list(
    "due scheduled expected set ready plan plans planned planning intend intends intended mean means meant about "
    "bound slated supposed wants want hopes hope prepares preparing going"
)
CONDITIONS = word_list("if unless whether should until lest once provided till")
SENTENCE_WORDS = word_list("that which who whom whose where when while as because since before after although though")
PRONOUNS = word_list("it he she they who which we both others neither some each")
AFTER_PRESENT = word_list("that to the a an its his their it him them on no any all against into")
SCHEDULE = word_list(
    "arrive meet begin open start leave return come receive visit hear take_up take convene resume vote"
)
NOUNS_TOO = word_list(
    "demands plans reports calls visits strikes votes attacks promises offers talks rules claims charges rallies "
    "leads protests heads hopes fears needs ends falls rises costs sales stands backs answers bids deals accounts "
    "loans meets supplies exports imports trades fires floods leaks crashes raids shells bombs blasts marks "
    "states names posts issues orders fines limits bans blocks searches tests trains arms patrols increases "
    "debates appeals requests results sanctions"
)

"""Words around names: what makes a people its state, which nouns end the name of a body, which capitals name nobody."""

from articles.citations.word_list import word_list

GROUPS = word_list(
    "officials official's leaders leadership authorities troops soldiers forces force helicopters planes aircraft "
    "government side delegation command embassy diplomats army military police negotiators peacekeepers guards "
    "servicemen commanders jets warplanes artillery tanks units ships warships vessels navy representatives "
    "parliamentarians ministers lawmakers border customs intelligence courts fighters gunmen rebels separatists "
    "militants guerrillas administration cabinet consulate mission team paratroopers marines missiles bombers "
    "prosecutors warship submarine submarines"
)
BODIES = word_list("parliament legislature")
BODY_NOUNS = word_list(
    "ministry party bank company council committee court front university commission agency union federation "
    "association corporation institute movement assembly congress chamber fund foundation league organization "
    "department service bureau academy alliance bloc coalition consortium group holding office brigade division "
    "battalion regiment guard duma parliament senate church museum plant works railways airlines television club "
    "center authority board forum administration directorate fleet flotilla army legion rada club oil gas steel "
    "metallurgical nafta international"
)
NO_NAMES = word_list(
    "the a an this that these those he she it they we you i his her its their our my there here in on at by for "
    "from with after before during since until while when where as if although though however moreover meanwhile "
    "nevertheless instead but and or nor yet so both some many most all not now then thus what who why how also "
    "according earlier later yesterday today tomorrow despite because such each another only once even still "
    "neither either nobody nothing no following among between without against like unlike indeed perhaps asked "
    "speaking whether whatever to of about under over through up two three four five six seven eight nine ten "
    "several under within monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december christmas easter new last first one more less "
    "critics observers deputies police miners voters workers soldiers president presidents prime minister "
    "governor mayor chairman general colonel speaker foreign defense interior finance deputy vice former acting "
    "war world cold islamic orthodox parliament government opposition army western eastern northern southern act "
    "treaty accord summit constitution independence day street square st hall avenue bridge river lake mountain "
    "sea gulf ocean strait cape"
)
PARTICLES = word_list("de van der den von la le el al bin ibn ben di da dos del")
MODIFIERS = word_list("first deputy vice acting former then-acting ex newly senior chief special assistant interim")

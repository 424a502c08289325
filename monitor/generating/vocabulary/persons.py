# ruff: noqa: E501, SIM905 (one list of words a line)
"""How people and villages of the made-up archive are called: common first names, surnames that nobody has."""

FIRST_NAMES = {
    "slavic": "Andrei Boris Dmitry Fyodor Galina Igor Konstantin Larisa Maksim Nina Oleg Pavel Roman Svetlana Vadim Yury",
    "ukrainian": "Anatoliy Bohdan Dmytro Halyna Ihor Kateryna Leonid Mykola Oksana Petro Roman Stepan Taras Vasyl Yaroslav",
    "latin": "Adrian Bruno Cristian Doina Elena Flavio Gino Ion Livia Marco Nicolae Octavian Paolo Silvia Tudor Valeriu",
    "georgian": "Akaki Besik Davit Eka Giorgi Irakli Ketevan Lasha Manana Nodar Otar Rezo Shota Tamar Vakhtang Zurab",
    "armenian": "Aram Armen Ashot Gagik Hayk Karen Levon Manuk Narine Ruben Samvel Tigran Vahan Vardan Zara Hrant",
    "turkic": "Adil Bakyt Daniyar Elnur Farid Gulnara Ilham Jamila Kamil Marat Nurlan Rashid Sabir Timur Ulugbek Zhanar",
    "turkish": "Ahmet Bulent Cem Deniz Emine Faruk Hakan Ismet Kemal Leyla Mehmet Necati Orhan Selim Tansu Yasemin",
    "persian": "Abbas Bahram Dariush Farhad Gholam Hamid Jamshid Karim Laleh Mansur Nader Parviz Rustam Shirin Yusuf Zahra",
    "baltic": "Andris Aivar Dainis Egle Guntis Ilze Janis Kristjan Liina Marek Mindaugas Priit Rasa Toomas Valdis Vytautas",
    "western": "Anna Charles David Eva Frank George Helen Ivo Julia Karl Louis Martin Nicole Peter Robert Susan",
    "nordic": "Arne Birgit Carl Dag Erik Gunnar Harri Ingrid Johan Kari Lars Mikko Nils Pirjo Sven Tarja",
    "indian": "Anand Deepak Gopal Hari Indira Kiran Lalit Mohan Nalini Prakash Rajiv Sanjay Sunita Uma Vijay Yash",
    "eastern": "Bayar Chen Delger Fang Guo Hong Jun Liang Ming Nergui Otgon Ping Qiang Sukh Tao Wei",
    "japanese": "Akira Chiyo Daisuke Emiko Fumio Hiroshi Ichiro Junko Kenji Mariko Naoto Osamu Ryuji Shigeru Takeo Yoko",
}
SURNAME_ENDINGS = {
    "slavic": "ov in sky evich",
    "ukrainian": "enko chuk iv yuk",
    "latin": "escu aru ini eanu",
    "georgian": "adze ishvili elia uri",
    "armenian": "yan ian uni yants",
    "turkic": "bayev ov ullin bekov",
    "turkish": "oglu can er dogan",
    "persian": "zoda pour i iyan",
    "baltic": "is ins sepp aitis",
    "western": "er mann on ley",
    "nordic": "sen nen son vik",
    "indian": "wal kar nath pal",
    "eastern": "dorj un gai suren",
    "japanese": "moto kawa saki no",
}
STEMS = (
    "Alm Arg Barv Belt Bork Brad Celm Dalk Darg Delv Dors Drem Elk Esk Farn Feld Garm Gerv Golm Gorv Halv Hark Helm Ilm Irv "
    "Jarm Jelk Kalv Karg Kelm Kesh Kolv Korv Lamb Larg Lemk Lorv Lub Lurk Malv Marg Melk Merv Molk Murn Nalk Narv Nelm Norg "
    "Olv Orm Palk Parv Pelm Perg Polv Rask Relm Rolv Rusk Salv Sarg Selm Skarv Solk Surv Talv Targ Telm Tolm Torv Turg Ulm "
    "Urv Valk Varg Velm Vorn Wark Yarg Yelm Zalk Zarm Zelv Zorm"
)
VILLAGE_ENDINGS = "ara, ino, ovka, eni, abad, kent, uri, isti, ola, grad, suu, aki, pils, vere".split(", ")


def surnames(family: str) -> list[str]:
    """Every surname of a family of peoples."""
    return [stem + end for end in SURNAME_ENDINGS[family].split() for stem in STEMS.split()]


def first_names(family: str) -> list[str]:
    return FIRST_NAMES[family].split()


def villages() -> list[str]:
    """Every village name there is to give, each different from all others."""
    return [stem + end for end in VILLAGE_ENDINGS for stem in STEMS.split()]

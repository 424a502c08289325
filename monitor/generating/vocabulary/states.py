"""States as actors and places, with a few of their cities and where these lie."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class City:
    """A city by its name today, with the names that digests of the time print; degrees north and east."""

    name: str
    latitude: float
    longitude: float
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state; its first city is the capital. `family` says how its people's surnames end."""

    name: str
    adjective: str
    code: str
    region: str
    family: str
    cities: tuple[City, ...]
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory that rules itself, recognised by few: both a place that a state claims and an actor."""

    name: str
    state: str
    adjective: str


def _cities(lines: str) -> tuple[City, ...]:
    return tuple(_city(*line.split()) for line in lines.split(";"))


def _city(name: str, latitude: str, longitude: str, *variants: str) -> City:
    plain = tuple(variant.replace("_", " ") for variant in variants)
    return City(name.replace("_", " "), float(latitude), float(longitude), plain)


EAST, CAUCASUS, ASIA = "Eastern Europe", "South Caucasus", "Central Asia"
BALTIC, WEST, CENTRE = "Baltic region", "Western Europe", "Central Europe"
MIDDLE, FAR, SOUTH, AMERICA = "Middle East", "East Asia", "South Asia", "North America"

STATES = (
    State(
        "Russia",
        "Russian",
        "RU",
        EAST,
        "slavic",
        _cities(
            "Moscow 55.75 37.62; Novosibirsk 55.03 82.92; Yekaterinburg 56.84 60.61 Sverdlovsk; Kazan 55.79 49.12; "
            "Vladivostok 43.12 131.89; Murmansk 68.97 33.08; Grozny 43.32 45.69; Rostov 47.24 39.71 Rostov-on-Don; "
            "Kaliningrad 54.71 20.51; Samara 53.20 50.15"
        ),
        ("Primorsky Krai", "Sakhalin Oblast", "Tyumen Oblast", "Dagestan", "Tatarstan"),
    ),
    State(
        "Ukraine",
        "Ukrainian",
        "UA",
        EAST,
        "ukrainian",
        _cities(
            "Kyiv 50.45 30.52 Kiev; Kharkiv 49.99 36.23 Kharkov; Odesa 46.48 30.73 Odessa; Lviv 49.84 24.03 Lvov; "
            "Donetsk 48.02 37.80; Sevastopol 44.62 33.53; Dnipropetrovsk 48.46 35.04"
        ),
        ("Crimea", "Luhansk Oblast", "Zakarpattia"),
    ),
    State(
        "Belarus",
        "Belarusian",
        "BY",
        EAST,
        "slavic",
        _cities("Minsk 53.90 27.57; Brest 52.10 23.69; Hrodna 53.68 23.83 Grodno; Vitsebsk 55.19 30.20 Vitebsk"),
        ("Homel Oblast",),
    ),
    State(
        "Moldova",
        "Moldovan",
        "MD",
        EAST,
        "latin",
        _cities("Chisinau 47.01 28.86 Kishinev; Balti 47.76 27.93 Beltsy; Tiraspol 46.85 29.63"),
        ("Gagauzia",),
    ),
    State(
        "Georgia",
        "Georgian",
        "GE",
        CAUCASUS,
        "georgian",
        _cities("Tbilisi 41.72 44.79; Batumi 41.64 41.64; Kutaisi 42.27 42.70; Zugdidi 42.51 41.87"),
        ("Ajaria", "Samegrelo", "Kakheti"),
    ),
    State(
        "Armenia",
        "Armenian",
        "AM",
        CAUCASUS,
        "armenian",
        _cities("Yerevan 40.18 44.51 Erevan; Gyumri 40.79 43.85 Leninakan; Vanadzor 40.81 44.49"),
        ("Syunik",),
    ),
    State(
        "Azerbaijan",
        "Azerbaijani",
        "AZ",
        CAUCASUS,
        "turkic",
        _cities("Baku 40.41 49.87; Ganja 40.68 46.36; Lankaran 38.75 48.85 Lenkoran"),
        ("Nakhichevan",),
    ),
    State(
        "Kazakhstan",
        "Kazakh",
        "KZ",
        ASIA,
        "turkic",
        _cities(
            "Astana 51.17 71.43 Akmola Akmolinsk; Almaty 43.24 76.89 Alma-Ata; Karaganda 49.80 73.10; Aktau 43.65 51.16"
        ),
        ("Mangystau", "Atyrau Oblast"),
    ),
    State(
        "Uzbekistan",
        "Uzbek",
        "UZ",
        ASIA,
        "turkic",
        _cities("Tashkent 41.30 69.24; Samarkand 39.65 66.96; Nukus 42.46 59.61; Termez 37.22 67.28"),
        ("Namangan Oblast", "Karakalpakstan"),
    ),
    State(
        "Kyrgyzstan",
        "Kyrgyz",
        "KG",
        ASIA,
        "turkic",
        _cities("Bishkek 42.87 74.59 Frunze; Osh 40.53 72.80; Naryn 41.43 75.99"),
        ("Batken Oblast",),
    ),
    State(
        "Tajikistan",
        "Tajik",
        "TJ",
        ASIA,
        "persian",
        _cities("Dushanbe 38.56 68.77; Khujand 40.28 69.62 Leninabad Khojent; Kulob 37.91 69.78 Kulyab"),
        ("Gorno-Badakhshan",),
    ),
    State(
        "Turkmenistan",
        "Turkmen",
        "TM",
        ASIA,
        "turkic",
        _cities("Ashgabat 37.95 58.38 Ashkhabad; Mary 37.60 61.83; Turkmenbashi 40.02 52.97 Krasnovodsk"),
        ("Lebap Province",),
    ),
    State(
        "Estonia",
        "Estonian",
        "EE",
        BALTIC,
        "baltic",
        _cities("Tallinn 59.44 24.75; Narva 59.38 28.19; Tartu 58.38 26.72"),
        ("Ida-Viru County",),
    ),
    State(
        "Latvia",
        "Latvian",
        "LV",
        BALTIC,
        "baltic",
        _cities("Riga 56.95 24.11; Daugavpils 55.87 26.52; Ventspils 57.39 21.56"),
        ("Latgale",),
    ),
    State(
        "Lithuania",
        "Lithuanian",
        "LT",
        BALTIC,
        "baltic",
        _cities("Vilnius 54.69 25.28; Kaunas 54.90 23.90; Klaipeda 55.70 21.14 Memel"),
    ),
    State(
        "Poland",
        "Polish",
        "PL",
        CENTRE,
        "slavic",
        _cities("Warsaw 52.23 21.01; Gdansk 54.35 18.65; Bialystok 53.13 23.16"),
    ),
    State("Hungary", "Hungarian", "HU", CENTRE, "western", _cities("Budapest 47.50 19.04; Debrecen 47.53 21.64")),
    State("Romania", "Romanian", "RO", EAST, "latin", _cities("Bucharest 44.43 26.10; Iasi 47.16 27.59 Jassy")),
    State("Bulgaria", "Bulgarian", "BG", EAST, "slavic", _cities("Sofia 42.70 23.32; Varna 43.21 27.91")),
    State("Austria", "Austrian", "AT", CENTRE, "western", _cities("Vienna 48.21 16.37; Graz 47.07 15.44")),
    State(
        "Germany",
        "German",
        "DE",
        WEST,
        "western",
        _cities("Berlin 52.52 13.40; Hamburg 53.55 9.99; Munich 48.14 11.58"),
    ),
    State("France", "French", "FR", WEST, "western", _cities("Paris 48.86 2.35; Strasbourg 48.57 7.75")),
    State("Italy", "Italian", "IT", WEST, "latin", _cities("Rome 41.90 12.50; Trieste 45.65 13.78")),
    State("Norway", "Norwegian", "NO", WEST, "nordic", _cities("Oslo 59.91 10.75; Kirkenes 69.73 30.05")),
    State("Finland", "Finnish", "FI", WEST, "nordic", _cities("Helsinki 60.17 24.94; Joensuu 62.60 29.76")),
    State("Sweden", "Swedish", "SE", WEST, "nordic", _cities("Stockholm 59.33 18.07; Visby 57.64 18.29")),
    State(
        "Turkey",
        "Turkish",
        "TR",
        MIDDLE,
        "turkish",
        _cities("Ankara 39.93 32.86; Istanbul 41.01 28.98; Trabzon 41.00 39.72; Ceyhan 37.03 35.82"),
        ("Kars Province",),
    ),
    State(
        "Iran", "Iranian", "IR", MIDDLE, "persian", _cities("Tehran 35.69 51.39; Tabriz 38.08 46.29; Rasht 37.28 49.58")
    ),
    State("Syria", "Syrian", "SY", MIDDLE, "persian", _cities("Damascus 33.51 36.29; Tartus 34.89 35.89")),
    State(
        "Afghanistan",
        "Afghan",
        "AF",
        SOUTH,
        "persian",
        _cities("Kabul 34.53 69.17; Herat 34.35 62.20; Kunduz 36.73 68.86"),
    ),
    State("India", "Indian", "IN", SOUTH, "indian", _cities("New_Delhi 28.61 77.21; Mumbai 19.08 72.88 Bombay")),
    State(
        "China",
        "Chinese",
        "CN",
        FAR,
        "eastern",
        _cities("Beijing 39.90 116.41 Peking; Urumqi 43.83 87.62; Harbin 45.80 126.53"),
        ("Xinjiang",),
    ),
    State(
        "Japan",
        "Japanese",
        "JP",
        FAR,
        "japanese",
        _cities("Tokyo 35.68 139.69; Sapporo 43.06 141.35; Niigata 37.92 139.04"),
    ),
    State(
        "Mongolia",
        "Mongolian",
        "MN",
        FAR,
        "eastern",
        _cities("Ulaanbaatar 47.89 106.91 Ulan_Bator; Erdenet 49.03 104.08"),
    ),
    State(
        "United States", "U.S.", "US", AMERICA, "western", _cities("Washington 38.91 -77.04; Anchorage 61.22 -149.90")
    ),
    State("Canada", "Canadian", "CA", AMERICA, "western", _cities("Ottawa 45.42 -75.70; Calgary 51.05 -114.07")),
)

TERRITORIES = (
    Territory("Abkhazia", "Georgia", "Abkhaz"),
    Territory("South Ossetia", "Georgia", "South Ossetian"),
    Territory("Transdniestria", "Moldova", "Transdniestrian"),
    Territory("Nagorno-Karabakh", "Azerbaijan", "Karabakh"),
)

WITH_ARTICLE = frozenset({"United States", "Middle East", "South Caucasus", "Baltic region"})

ORGANISATIONS = (
    ("United Nations", "the ", ("UN",)),
    ("European Union", "the ", ("EU",)),
    ("NATO", "", ("North Atlantic Treaty Organisation",)),
    ("World Bank", "the ", ()),
    ("International Monetary Fund", "the ", ("IMF",)),
    ("Council of Europe", "the ", ()),
    ("Red Cross", "the ", ("International Committee of the Red Cross",)),
    ("Commonwealth of Independent States", "the ", ("CIS",)),
    ("Organisation for Security and Co-operation in Europe", "the ", ("OSCE",)),
    ("European Bank for Reconstruction and Development", "the ", ("EBRD",)),
)

BODIES = (
    ("Foreign Ministry", "GOV"),
    ("Defence Ministry", "MIL"),
    ("Interior Ministry", "COP"),
    ("parliament", "LEG"),
    ("Supreme Court", "JUD"),
    ("Central Bank", "GOV"),
    ("border guard", "MIL"),
    ("State Railways", "BUS"),
)

CREWS = (
    "dock workers",
    "railway workers",
    "teachers",
    "coal miners",
    "lorry drivers",
    "pensioners",
    "shipbuilders",
    "oil workers",
    "market traders",
    "students",
)

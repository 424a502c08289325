"""News sources that digests of the 1990s and 2000s name most, by kind. Knowing a name only helps to tell a source from
other capitalised words; a name that is missing here is still read where the shape is a citation's."""

KINDS: dict[str, tuple[str, ...]] = {
    "agency": (
        "AFP", "Agence France-Presse", "AKI", "ANSA", "Anadolu", "ANI", "AP", "Associated Press", "Azertaj", "APA",
        "Azerpress", "Assa-Irada", "Basapress", "BELTA", "Belapan", "Beta", "BNS", "Baltic News Service", "BTA",
        "Black Sea Press", "BS-Press", "BaltInfo", "CTK", "DINAU", "DPA", "Deutsche Presse-Agentur", "ELTA", "EFE",
        "FIA", "FNS", "Fars", "FoNet", "GHN", "HINA", "Iprinda", "Infotag", "Interfax",
        "Interfax-Ukraine", "Interfax-Kazakhstan", "Interfax-West", "Interfax-AVN", "AVN", "Itar-Tass", "Tass", "IRNA",
        "IMA-press", "Kabar", "KazTAG", "KCNA", "Kavkaz-Center", "Kavkaz-Tsentr", "Kavkazsky Uzel", "Khovar", "Kyodo",
        "LETA", "MTI", "MIA", "Moldpres", "MSN", "Noyan Tapan", "NTA", "PAP", "Pap-Press", "Postfactum",
        "PRIMA", "PRIMA-News", "Prime-Tass", "Prime-News", "Regnum", "Reuters", "Reuter", "RIA", "RIA-Novosti",
        "Rompres", "Rosbalt", "Rosbusinessconsulting", "RBC", "RBK", "Sarke", "SITA", "Sakinform", "Snark", "SRNA",
        "Tanjug", "TASR", "Trend", "Turan", "Turkmenpress", "UNIAN", "UPI", "United Press International",
        "Ukrinform", "Unipress", "UzA", "UzTAG", "Xinhua", "Yonhap", "Jiji", "Mena", "FBIS", "BBC Monitoring",
        "Glasnost-Caucasus", "Ekspress-khronika", "Agentstvo voennykh novostei",
        "Armenpress", "Arminfo", "Asia-Plus", "Avesta", "Akipress", "24.kg", "Ferghana.ru", "Kazinform", "Dow Jones",
        "Bloomberg", "Knight-Ridder", "Khabar", "ITN", "MINA", "FENA", "ONASA", "SIA", "Finmarket",
    ),
    "newspaper": (
        "Argumenty i fakty", "Berliner Zeitung", "Boston Globe", "Chas", "Chicago Tribune", "Christian Science Monitor",
        "Corriere della Sera", "Daily Telegraph", "Delo", "Den", "Delovoi mir", "Delovoy Mir", "Delovoi Peterburg",
        "Der Spiegel", "Die Welt", "Die Zeit", "Diena", "Dnes", "Dzerkalo tyzhnia", "Ekspert", "El Pais",
        "Fakty", "Finansovye izvestia", "Financial Times", "Focus", "Frankfurter Allgemeine", "FAZ",
        "Frankfurter Allgemeine Zeitung", "Frankfurter Rundschau", "Gazeta", "Gazeta.ru", "Golos", "Golos Ukrainy",
        "Groznensky rabochy", "Grani.ru", "Guardian", "Haaretz", "Handelsblatt", "Holos Ukrayiny", "Hurriyet",
        "Independent", "International Herald Tribune", "Itogi", "Izvestia", "Izvestiya", "Jane's Defence Weekly",
        "Jerusalem Post", "Kapital", "Kievskie Vedomosti", "Kommersant", "Kommersant Daily", "Kommersant Vlast",
        "Kommersant Dengi", "Komsomolskaya pravda", "Krasnaya zvezda", "Le Figaro", "Le Monde", "La Repubblica",
        "Lenta.ru", "Liberation", "Literaturnaya gazeta", "Los Angeles Times", "Megapolis-Ekspress", "Milliyet",
        "Moskovskaya pravda", "Moskovskie novosti", "Moscow News", "Moscow Times", "Moskovsky komsomolets",
        "Moskovskii komsomolets", "Narodnaya gazeta", "Narodnoe slovo", "Newsweek", "New York Times", "Newsru.com",
        "Nezavisimaya gazeta", "Nezavisimoe voennoe obozrenie", "Neue Zuercher Zeitung", "Nikkei", "Novaya gazeta",
        "Novye izvestia", "Novoe vremya", "NG", "Obshchaya gazeta", "Official Kremlin International News Broadcast",
        "Parlamentskaya gazeta", "Politika", "Polit.ru", "Pravda", "Pravda Ukrainy", "Pravda-5", "Profil",
        "Rabochaya tribuna", "Respublika", "Respublika Armenia", "Rossiiskaya gazeta", "Rossiiskie vesti",
        "Russky telegraf", "Russkii telegraf", "Rzeczpospolita", "Gazeta Wyborcza", "Segodnya", "Selskaya zhizn",
        "Severnaya Osetia", "Severny Kavkaz", "Sovershenno sekretno", "Sovetskaya Rossiya", "Sovetskaya Rossia",
        "Sovetskaya Belorussiya", "Smena", "Sueddeutsche Zeitung", "Svaboda", "Svobodnaya Gruziya", "Strana.ru", "SME",
        "St. Petersburg Times", "Sunday Telegraph", "Sunday Times", "Die Tageszeitung", "Times", "Time", "Economist",
        "Tribuna", "Trud", "Uchitelskaya gazeta", "Uriadovy kuryer", "USA Today", "U.S. News & World Report",
        "Utro.ru", "Vechernyaya Moskva", "Vecherny Bishkek", "Vedomosti", "Vek", "Versia", "Versiya", "Vesti.ru",
        "Vremya", "Vremya MN", "Vremya novostei", "Wall Street Journal", "Washington Post", "Washington Times",
        "Yedioth Ahronoth", "Yomiuri Shimbun", "Asahi Shimbun", "Zavtra", "Zerkalo", "Zerkalo nedeli", "Zakon",
        "Zhizn", "Ukrainska pravda", "Yezhenedelny zhurnal", "Lietuvos rytas", "Postimees", "Eesti Paevaleht",
        "Kazakhstanskaya pravda", "Slovo Kyrgyzstana", "Panorama", "Ogonek", "Stolitsa", "Vlast", "Ha'aretz",
    ),
    "broadcaster": (
        "ABC", "Al-Jazeera", "ARD", "BBC", "BBC World Service", "CBS", "Center TV", "TV-Center", "TV Tsentr", "CNN",
        "Deutsche Welle", "Duma TV", "Ekho Moskvy", "Ekho Rossii", "Euronews", "Fox News", "Inter", "Kultura",
        "Mayak", "MTV", "NBC", "NHK", "NPR", "NTV", "ORT", "Ostankino", "Public Television", "Radio Free Europe",
        "Radio Liberty", "Radio Rossii", "Radio Svoboda", "Radio Moscow", "Radio Yerevan", "RFE/RL", "REN-TV", "ZDF",
        "RTR", "Russian Public Television", "Russian Television", "Rossiya", "RTRTV", "RTL", "Sky News", "TVS", "TV6",
        "TRT", "TVP", "Voice of America", "Voice of Russia", "VOA", "Echo of Moscow", "TeleRadio Moldova", "STV",
    ),
    "collective": (
        "agencies", "news agencies", "Russian agencies", "Russian news agencies", "Western agencies", "wire services",
        "Western news agencies", "international agencies", "local media", "Russian media", "Western media",
        "Russian Television and agencies",
    ),
    "digest": (
        "RFE/RL Newsline", "RFE/RL Daily Report", "OMRI", "OMRI Daily Digest", "Johnson's Russia List", "JRL",
        "Jamestown Monitor",
    ),
}  # fmt: skip


def source_key(name: str) -> str:
    """What is left of a name when case, blanks and punctuation are taken away: `Itar-Tass` and `ITAR TASS` agree."""
    return "".join(filter(str.isalnum, name.casefold()))


_KIND_OF_KEY = {source_key(name): kind for kind, names in KINDS.items() for name in names}


def kind_of(name: str) -> str:
    """The kind of a source whose name is known; empty for any other."""
    return _KIND_OF_KEY.get(source_key(name), "")

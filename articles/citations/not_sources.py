"""Capitalised words that stand before a date in parentheses and are no source: places, days, titles, occasions."""

from articles.citations.known_sources import source_key

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun"

_STATES = """Abkhazia, Afghanistan, Albania, Algeria, Argentina, Armenia, Australia, Austria, Azerbaijan,
Bahrain, Bangladesh, Belarus, Belgium, Bolivia, Bosnia, Bosnia-Herzegovina, Brazil, Britain, Bulgaria, Cambodia,
Canada, Chechnya, Chile, China, Colombia, Croatia, Cuba, Cyprus, Czech Republic, Dagestan, Denmark, East Timor,
Ecuador, Egypt, England, Estonia, Ethiopia, Finland, France, Georgia, Germany, Great Britain, Greece, Hungary,
Iceland, India, Indonesia, Ingushetia, Iran, Iraq, Ireland, Israel, Italy, Japan, Jordan, Kazakhstan, Kenya,
Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Libya, Lithuania, Luxembourg, Macedonia, Malaysia, Malta,
Mexico, Moldova, Mongolia, Montenegro, Morocco, Nagorno-Karabakh, Netherlands, New Zealand, Nigeria, North
Korea, North Ossetia, Northern Ireland, Norway, Pakistan, Palestine, Peru, Philippines, Poland, Portugal, Qatar,
Romania, Russia, Saudi Arabia, Scotland, Serbia, Singapore, Slovakia, Slovenia, South Africa, South Korea, South
Ossetia, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tatarstan, Thailand,
Transdniester, Tunisia, Turkey, Turkmenistan, Ukraine, Bashkortostan, United Arab Emirates, United Kingdom,
United States, U.S., USA, UK, USSR, Soviet Union, Uzbekistan, Venezuela, Vietnam, Wales, Yemen, Yugoslavia,
Zimbabwe, Crimea, Adjaria, Kalmykia, Chuvashia, Yakutia, Buryatia, Tuva, Karelia, Siberia"""

_TOWNS = """Abu Dhabi, Aktau, Alma-Ata, Almaty, Amman, Amsterdam, Ankara, Antalya, Arkhangelsk, Ashgabat,
Ashkhabad, Astana, Astrakhan, Athens, Atyrau, Baghdad, Baku, Barcelona, Basel, Batumi, Beijing, Beirut,
Belgrade, Berlin, Bern, Birmingham, Bishkek, Bonn, Boston, Bratislava, Brest, Brussels, Bucharest, Budapest,
Buenos Aires, Buynaksk, Cairo, Cannes, Chelyabinsk, Chernivtsi, Chernobyl, Chicago, Chisinau, Cologne,
Copenhagen, Cracow, Damascus, Davos, Delhi, Denver, Derbent, Detroit, Dnepropetrovsk, Donetsk, Doha, Dubai,
Dublin, Dubrovnik, Dushanbe, Edinburgh, Florence, Frankfurt, Gdansk, Geneva, Genoa, Glasgow, Gomel, Grodno,
Grozny, Gudermes, Gyumri, Hague, The Hague, Halifax, Hamburg, Hanoi, Havana, Helsinki, Hong Kong, Houston,
Irkutsk, Istanbul, Ivanovo, Jakarta, Jerusalem, Johannesburg, Kabul, Kaliningrad, Kandahar, Karachi, Kazan,
Kemerovo, Khabarovsk, Kharkiv, Kharkov, Khasavyurt, Khujand, Kiev, Kirov, Kishinev, Kizlyar, Kostroma, Krakow,
Krasnodar, Krasnoyarsk, Kursk, Kyiv, Kyoto, Leningrad, Lisbon, Ljubljana, London, Los Angeles, Luxembourg City,
Lviv, Lvov, Lyon, Madrid, Magadan, Magas, Magdeburg, Makhachkala, Manila, Marseille, Mazar-i-Sharif, Milan,
Minsk, Mogilev, Moscow, Mosul, Mozdok, Munich, Murmansk, Nagoya, Nakhichevan, Nalchik, Naples, Narva, Nazran,
New Delhi, New York, Nice, Nicosia, Nizhny Novgorod, Novgorod, Novorossiisk, Novosibirsk, Novocherkassk,
Nuremberg, Odesa, Odessa, Oktyabrsky, Omsk, Orenburg, Osaka, Osh, Oslo, Ottawa, Paris, Penza, Perm, Perugia,
Petrozavodsk, Philadelphia, Podgorica, Potsdam, Poznan, Prague, Pretoria, Pristina, Pskov, Pyatigorsk,
Pyongyang, Rambouillet, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rostov, Rostov-on-Don, Rotterdam, Ryazan,
Saint Petersburg, Sakhalin, Salekhard, Salzburg, Samara, Samarkand, San Francisco, Sapporo, Sarajevo, Saransk,
Saratov, Seattle, Seoul, Sevastopol, Severodvinsk, Shali, Shanghai, Shusha, Simferopol, Skopje, Smolensk, Sochi,
Sofia, Split, St. Petersburg, Stavropol, Stockholm, Strasbourg, Stuttgart, Sukhumi, Surgut, Sverdlovsk, Sydney,
Taipei, Tallinn, Tartu, Tashkent, Tbilisi, Tehran, Tel Aviv, Termez, Thessaloniki, Tirana, Tiraspol, Tokyo,
Tomsk, Toronto, Trieste, Tskhinvali, Tula, Tver, Tyumen, Ufa, Ulan Bator, Ulan-Ude, Ulyanovsk, Urus-Martan, Ust-
Kamenogorsk, Vancouver, Vatican, Venice, Vienna, Vilnius, Vitebsk, Vladikavkaz, Vladimir, Vladivostok,
Volgograd, Vologda, Vorkuta, Voronezh, Warsaw, Washington, Washington D.C., Yakutsk, Yalta, Yaroslavl,
Yekaterinburg, Yerevan, Yuzhno-Sakhalinsk, Zagreb, Zugdidi, Zurich, Rossiisk, Bishkek, Chita, Beslan, Kaspiisk,
Budennovsk, Budyonnovsk, Botlikh, Bamut, Samashki, Vedeno, Argun, Khankala, Pervomaiskoe, Kizlyar"""

_MEETINGS = """G-7, G-8, G7, G8, Group of Seven, Group of Eight, Easter, Christmas, New Year, New Year's,
Ramadan, Passover, Orthodox Christmas, Victory, Independence, Hanukkah, Kremlin, White House, World War I, World
War II, Labor Day"""

_OCCASIONS = """accord accords act agreement anniversary attack battle birthday bombing championship coup
conference congress convention council cup deadline declaration elections election eve explosion festival forum
game games holiday massacre meeting negotiations olympics operation parade protocol raid referendum resolution
revolution round session siege summit talks treaty visit vote war week weekend day days night morning evening
noon members voters"""

_TITLES = """acting academician admiral archbishop ayatollah baroness bishop captain cardinal chancellor colonel
congressman dr emperor gen general governor king lieutenant lord lt major marshal mayor minister mr mrs ms
patriarch pope premier president prime prince princess professor queen secretary senator sheikh sir speaker
sultan vice born died since until by before after from on in at about circa"""

_NO_SOURCES = {source_key(name) for names in (_STATES, _TOWNS, _MEETINGS) for name in names.split(",")}
_OCCASION_NOUNS = frozenset(_OCCASIONS.split())
_TITLE_WORDS = frozenset(_TITLES.split())
_WEEKDAY_KEYS = frozenset(_WEEKDAYS.casefold().split())


def is_place_or_weekday(name: str) -> bool:
    """A dateline beside a source (`Interfax, Moscow, June 2`), or all there is (`Moscow, May 28`); never a source."""
    key = source_key(name)
    return key in _NO_SOURCES or key in _WEEKDAY_KEYS


def names_person_or_occasion(words: list[str]) -> bool:
    """`President Boris Yeltsin`, `Helsinki Summit`, `Victory Day`: capitalised, dated, and no source."""
    bare = [word.casefold().rstrip(".") for word in words]
    return bare[-1] in _OCCASION_NOUNS or not _TITLE_WORDS.isdisjoint(bare)

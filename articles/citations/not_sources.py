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

_MORE_TOWNS = """Petersburg,
Ekaterinburg, Nizhnii Novgorod, Gorky, Rostov-na-Donu, Tolyatti, Togliatti, Izhevsk, Barnaul,
Novokuznetsk, Prokopyevsk, Anzhero-Sudzhensk, Mezhdurechensk, Yurga, Lipetsk, Koenigsberg, Baltiysk, Baltiisk,
Belgorod, Bryansk, Kaluga, Veliky Novgorod, Ivangorod, Vyborg, Primorsk, Severomorsk, Vidyayevo, Vidyaevo,
Gadzhiyevo, Polyarny, Archangel, Plesetsk, Cherepovets, Syktyvkar, Usinsk, Norilsk, Dudinka, Nizhnevartovsk,
Khanty-Mansiysk, Khanty-Mansiisk, Novy Urengoi, Urengoi, Magnitogorsk, Nizhny Tagil, Blagoveshchensk,
Komsomolsk-na-Amure, Komsomolsk, Neftegorsk, Okha, Petropavlovsk-Kamchatsky, Petropavlovsk, Lensk, Mirny,
Anadyr, Nakhodka, Ussuriysk, Ussuriisk, Artyom, Partizansk, Bolshoi Kamen, Kurgan, Orsk, Kaspiysk, Buinaksk,
Pervomayskoye, Pervomaiskoye, Karamakhi, Djohar, Johar, Shatoi, Znamenskoye, Znamenskoe, Achkhoi-Martan, Novye
Atagi, Cherkessk, Maikop, Maykop, Elista, Mineralnye Vody, Mineralniye Vody, Kislovodsk, Volgodonsk, Taganrog,
Novorossiysk, Tuapse, Temryuk, Anapa, Krymsk, Cheboksary, Yoshkar-Ola, Naberezhnye Chelny, Kyzyl, Abakan,
Gorno-Altaisk, Obninsk, Sarov, Arzamas-16, Dubna, Zelenograd, Dmitrov, Novo-Ogaryovo, Novo-Ogarevo, Zavidovo,
Vnukovo, Sheremetyevo, Sheremetevo, Domodedovo, Lubyanka, Red Square, Pushkin Square, Dubrovka,
Dnipropetrovsk, Dnipro, Zaporizhzhya, Zaporizhia, Zaporozhye, Zaporizhzhia, Kryvy Rih, Krivoi Rog, Mykolaiv,
Nikolaev, Mykolayiv, Mariupol, Luhansk, Lugansk, Vinnytsya, Vinnitsa, Vinnytsia, Kherson, Poltava, Chernihiv,
Cherkasy, Zhytomyr, Sumy, Rivne, Ivano-Frankivsk, Ternopil, Lutsk, Uzhhorod, Uzhgorod, Severodonetsk, Kerch,
Feodosia, Yevpatoria, Chornobyl, Slavutych, Yuzhny, Brody, Independence Square, Maidan, Homel, Mahileu,
Mahilyow, Vitsebsk, Hrodna, Baranavichy, Baranovichi, Babruisk, Bobruisk, Navapolatsk, Novopolotsk, Mazyr,
Mozyr, Kurapaty, October Square, Bender, Bendery, Tighina, Balti, Beltsy, Comrat, Komrat, Vulcanesti,
Ceadir-Lunga, Rabnita, Rybnitsa, Ribnita, Dubasari, Dubossary, Colbasna, Kolbasna, Cobasna, Giurgiulesti,
Parnu, Kohtla-Jarve, Paldiski, Sillamae, Pechory, Petseri, Daugavpils, Liepaja, Ventspils, Jelgava, Rezekne,
Jurmala, Skrunda, Kaunas, Klaipeda, Siauliai, Mazeikiai, Butinge, Ignalina, Palanga, Kutaisi, Poti, Supsa,
Gori, Rustavi, Telavi, Akhalkalaki, Akhaltsikhe, Vaziani, Gudauta, Sokhumi, Sukhum, Gali, Ochamchira,
Ochamchire, Gagra, Pitsunda, Tkvarcheli, Tkvarchal, Tskhinval, Java, Dzhava, Akhalgori, Leningori, Roki, Roki
Tunnel, Omalo, Zemo Omalo, Shatili, Mukhrovani, Borjomi, Choloki, Choloki River, Kobuleti, Sarpi, Ozurgeti,
Senaki, Leninakan, Vanadzor, Metsamor, Meghri, Spitak, Echmiadzin, Etchmiadzin, Sevan, Ijevan, Stepanakert,
Khankendi, Shushi, Lachin, Kelbajar, Agdam, Aghdam, Fizuli, Mardakert, Khojaly, Ganja, Gyandzha, Sumgait,
Sumqayit, Nakhichevan City, Lenkoran, Sheki, Nardaran, Gabala, Qabala, Sangachal, Akmola, Aqmola, Tselinograd,
Shymkent, Chimkent, Karaganda, Qaraghandy, Aqtau, Aktobe, Aktyubinsk, Oral, Uralsk, Pavlodar, Ekibastuz,
Oskemen, Semey, Semipalatinsk, Petropavl, Kostanay, Kustanai, Zhezkazgan, Taraz, Zhambyl, Dzhambul, Kyzylorda,
Kzyl-Orda, Zhanaozen, Novy Uzen, Baikonur, Baykonur, Baikonour, Tengiz, Kashagan, Karachaganak, Kurmangazy,
Khorgos, Frunze, Jalal-Abad, Jalalabad, Dzhalal-Abad, Batken, Naryn, Talas, Karakol, Przhevalsk, Balykchy,
Kant, Manas, Kerben, Uzgen, Kumtor, Khojand, Khodzhent, Leninabad, Kulyab, Kulob, Kurgan-Tyube, Qurghonteppa,
Kurgan-Teppe, Khorog, Khorugh, Panj, Pyandzh, Pyanj, Tursunzoda, Tursunzade, Garm, Gharm, Tavildara,
Kofarnihon, Moskovsky, Pamir Highway, Isfara, Ashgabad, Turkmenbashi, Krasnovodsk, Turkmenabat, Chardzhou,
Dashoguz, Dashhowuz, Mary, Kushka, Serhetabat, Korpedzhe, Samarqand, Bukhara, Andijan, Andizhan, Namangan,
Fergana, Ferghana, Kokand, Nukus, Termiz, Karshi, Qarshi, Khanabad, Karshi-Khanabad, Urgench, Navoi, Jizzakh,
Jizak, Karasuv, Korasuv, Kara-Suu, Szczecin, Bialystok, Przemysl, Suwalki, Plock, Dresden, Leipzig, Hanover,
Hannover, Elysee, Gleneagles, Key West, Crawford, Camp David, Capitol, Peking, Harbin, Urumqi, Nemuro, Kawana,
Ulaanbaatar, Islamabad, Peshawar, Qandahar, Herat, Mazar-e-Sharif, Kunduz, Hairatan, Bushehr, Natanz, Neka,
Isfahan, Basra, Ceyhan, Samsun, Trabzon, Kars, Erzurum, Mecca, Tripoli, Kuwait City, Lourdes, Guantanamo,
Seville, Trondheim, Kirkenes, Barentsburg, Gothenburg, Turku, Lappeenranta, Salonika, Alexandroupolis,
Limassol, Constanta, Iasi, Galati, Burgas, Varna, Novi Sad, Prishtina, Slatina, Mitrovica, Kosovska Mitrovica,
Orahovac, Prizren, Pec, Tuzla Base, Srebrenica, Dayton, Canberra, Bangkok, Kuala Lumpur, Downing Street,
Bocharov Ruchei, Gorki, Gorki-9, Barvikha, Bolshoi Theater, Novolipetsk, Trans-Siberian"""

_LEADERS = """Yeltsin, Putin, Medvedev, Gorbachev, Chernomyrdin, Primakov, Kuchma, Kravchuk, Yushchenko, Yanukovych,
Tymoshenko, Lukashenka, Lukashenko, Shushkevich, Snegur, Lucinschi, Voronin, Smirnov, Shevardnadze, Saakashvili,
Ter-Petrosian, Kocharian, Aliev, Aliyev, Elchibey, Nazarbaev, Nazarbayev, Akaev, Bakiev, Rakhmonov, Niyazov, Karimov,
Dudaev, Maskhadov, Basaev, Kadyrov, Clinton, Bush, Albright, Kohl, Schroeder, Chirac, Blair, Milosevic, Solana"""

_MEETINGS = """G-7, G-8, G7, G8, Group of Seven, Group of Eight, Easter, Christmas, New Year, New Year's,
Ramadan, Passover, Orthodox Christmas, Victory, Independence, Hanukkah, Kremlin, White House, World War I, World
War II, Labor Day"""

_OCCASIONS = """accord accords act agreement anniversary attack battle birthday bombing championship coup
conference congress convention council cup deadline declaration elections election eve explosion festival forum
game games holiday massacre meeting negotiations olympics operation parade protocol raid referendum resolution
revolution round session siege summit talks treaty visit vote war week weekend day days night morning evening
noon members voters memorandum pact charter constitution armistice truce ceasefire communique blockade census
street square avenue bridge district village airport"""

_TITLES = """acting academician admiral archbishop ayatollah baroness bishop captain cardinal chancellor colonel
congressman dr emperor gen general governor king lieutenant lord lt major marshal mayor minister mr mrs ms
patriarch pope premier president prime prince princess professor queen secretary senator sheikh sir speaker
sultan vice born died since until by before after from on in at about circa"""

_NO_SOURCES = {
    source_key(name) for names in (_STATES, _TOWNS, _MORE_TOWNS, _LEADERS, _MEETINGS) for name in names.split(",")
}
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
    named_after = bare[0] in _OCCASION_NOUNS and bare[1:2] == ["of"]  # `Treaty of Moscow`
    return named_after or bare[-1] in _OCCASION_NOUNS or not _TITLE_WORDS.isdisjoint(bare)

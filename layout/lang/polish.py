"""What is Polish about the rules: word lists and tables; it holds data and does nothing."""

from __future__ import annotations

from layout.lang.rules.word_kinds import Kind

WORDS = {
    Kind.LETTER: "a i o u w z A I O U W Z",
    Kind.TITLE: (
        "prof. dr hab. mgr inż. lic. lek. med. doc. ks. bp abp kard. o. br. s. gen. płk ppłk kpt. por. mjr "
        "red. mec. p. pp. św. bł. dypl. arch. dyr. adw. hr. śp. ś.p."
    ),
    Kind.DEGREE: "MBA Ph.D.",
    Kind.ERA: "r. roku rokiem rok rr. n.e. p.n.e.",
    Kind.CENTURY: "w. ww. wiek wieku wiekiem wieków wieki",
    Kind.MONTH: (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień "
        "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie "
        "grudniu"
    ),
    Kind.UNIT: (
        "km m cm mm dm µm nm ha km² m² cm² km³ m³ cm³ km2 m2 m3 kg g mg dag dkg t q l ml hl h s ms min min. "
        "sek. godz. °C °F ° K V kV W kW MW GW kWh MWh GWh Hz kHz MHz GHz B kB MB GB TB J kJ MJ GJ Pa hPa "
        "kPa bar N A mA dB lx lm px pt ppi dpi km/h m/s szt. szt os. egz. str. % ‰ p.p. pp. pkt proc. "
        "n.p.m. mieszk. kpl. op."
    ),
    Kind.MAGNITUDE: (
        "mln mld bln tys. tys mln. mld. tysiąc tysiąca tysiące tysięcy milion miliona miliony milionów "
        "miliard miliarda miliardy miliardów"
    ),
    Kind.MONEY: (
        "zł zł. gr PLN EUR € euro Kč CZK USD $ GBP £ CHF złoty złote złotych złotego groszy grosze koron "
        "korony dolarów dolary"
    ),
    Kind.MONEY_SIGN: "PLN EUR € Kč CZK USD $ GBP £ CHF",
    Kind.SIGN: (
        "§ §§ art. ust. pkt nr numer str. s. ss. tab. rys. ryc. il. fot. poz. rozdz. t. zał. zesz. wyd. "
        "par. akap. ark. vol. godz. sygn. kl. m. lok. pok. p. pt. wyk. mapa st. † *"
    ),
    Kind.SUBLABEL: "lit. tiret",
    Kind.LABEL: (
        "rok roku rokiem roczniku strona stronie strony tabela tabeli tabelę rysunek rysunku rozdział "
        "rozdziale rozdziału punkt punkcie punktu numer numerze artykuł artykule artykułu załącznik "
        "załącznika załączniku lat lata latach latami tom tomie etap etapie edycja edycji część części "
        "klasa klasie paragraf paragrafie dnia"
    ),
    Kind.PHONE_LABEL: (
        "tel. tel tel.: tel: telefon telefon: telefonu fax fax: faks faks: kom. kom.: mob. mob.: infolinia"
    ),
    Kind.LEADING: "np. tj. tzn. tzw. m.in. wg ww. ds. pt. ok. max. min. maks. zob. por.",
    Kind.TRAILING: "itd. itp. etc. i.in. wł.",
    Kind.PLACE: "ul. al. pl. os. im. św. woj. pow. gm. skr. rej. wsch. zach. pn. pd. jez. g.",
    Kind.PROGRAMME: "Interreg INTERREG",
    Kind.FUNCTION: (
        "ale albo ani aby bez bo by byli była było były był być ci co czy czyli dla do gdy gdyż gdzie ich "
        "ile im jak jako jednak jego jej jest ją już kiedy która które którego których którym który którzy "
        "lub lecz ma mają mi na nad nie nich niej nim niż oraz od około po pod ponieważ ponad potem poza "
        "przed przez przy raz są się ta tak także tam te tego tej ten też to tu tych tym tylko we więc za "
        "zaś ze został została zostało zostały że żeby będzie będą"
    ),
}
"""Words that are bound to their neighbours, by kind; a full stop belongs to the word."""

COMPOUND_FORMS = (
    "polsko czesko słowacko niemiecko austriacko węgiersko francusko angielsko rosyjsko ukraińsko litewsko "
    "morawsko śląsko górnośląsko dolnośląsko opolsko ołomuniecko krakowsko europejsko grecko rzymsko "
    "żydowsko północno południowo wschodnio zachodnio środkowo prawno budowlano użytkowo biało czarno "
    "czerwono zielono niebiesko żółto szaro religijno rozrywkowo wypoczynkowo rekreacyjno uzdrowiskowo "
    "krajobrazowo przyrodniczo szkoleniowo doradczo opiekuńczo oświatowo badawczo samorządowo młodzieżowo "
    "usługowo magazynowo biurowo lekkoatletyczno wystawienniczo rolno leśno wodno glebowo roślinno "
    "zwierzęco mieszkaniowo remontowo konserwatorsko ratowniczo ogrodniczo rolniczo rzemieślniczo literacko "
    "muzyczno teatralno filmowo ludowo wychowawczo zdrowotno cieplno energetyczno powietrzno lądowo rzeczno "
    "miejsko wiejsko sakralno redakcyjno"
)
COMPOUND_ENDINGS = "yjno ijno alno czno"
"""First members of compound adjectives, and endings that only such members have (społeczno-, promocyjno-)."""
ADVERB_FORMS = (
    "naukowo gospodarczo kulturowo finansowo sportowo zawodowo przemysłowo handlowo rozwojowo przestrzennie "
    "ustrojowo programowo technologiczno środowiskowo rachunkowo kadrowo"
)
"""First members that are adverbs as well; the adjective behind the mark tells the compound."""
COMPOUND_NAMES = (
    "e mail|on line|science fiction|non profit|know how|Wi Fi|Kędzierzyn Koźle|Bielsko Biała|Busko "
    "Zdrój|Czechowice Dziedzice|Kudowa Zdrój|Polanica Zdrój|Golub Dobrzyń|Konstancin Jeziorna|Skarżysko "
    "Kamienna|Jastrzębie Zdrój|Duszniki Zdrój|Frydek Mistek|Austro Węgry|Alzacja Lotaryngia|Lądek "
    "Zdrój|Połczyn Zdrój"
)
TOWNS = (
    "Opole Ołomuniec Praga Brno Ostrawa Wrocław Kraków Warszawa Katowice Gliwice Nysa Prudnik Krnów Opawa "
    "Racibórz Brzeg Kluczbork Namysłów Prościejów Przerów Sternberk Jesionik Głuchołazy Polska Czechy "
    "Niemcy Słowacja Austria Gdańsk Poznań Łódź Szczecin Lublin Berlin Wiedeń Bratysława Budapeszt Cieszyn "
    "Kłodzko"
)
"""Places between which a dash stands, never a hyphen."""
LONG_NAMES = "Czeska Słowacka Czeską Słowacką Czeskiej Słowackiej"
"""How the names of two words end that take a spaced dash: Republika Czeska – Polska."""
TIMES_OF_YEAR = (
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon. pn. wt. śr. czw. pt. sob. niedz. ndz. "
    "poniedziałku piątku soboty niedzieli styczeń luty marzec kwiecień maj czerwiec lipiec sierpień "
    "wrzesień październik listopad grudzień"
)
"""Days and months that make ranges: poniedziałek–piątek."""
SUSPENDED = "i a lub oraz czy albo ani bądź do aż jak"
"""Words before which a hanging hyphen is right: mikro- i makroregion."""
SUFFIX_CUES = "końcówka końcówką końcówki przyrostek przyrostkiem sufiks"
"""Words before which a hyphen opens a suffix: końcówka -owy."""
ENDINGS_AFTER_NUMBER = (
    "lecie lecia leciu letni letnia letnie letniego letniej letnich letnim krotnie krotny krotna krotne "
    "osobowy osobowa osobowe osobowej dniowy dniowa dniowe dniowego dniowej godzinny godzinna godzinne "
    "metrowy metrowa metrowe kilometrowy kilometrowa kilometrowe kilometrowej procentowy procentowa "
    "procentowe miesięczny miesięczna miesięczne wieczny wieczna wieczne wiecznego wiecznej piętrowy "
    "piętrowa etapowy stronicowy tysięczny tysięczna tysięczne"
)
KEEP_STOP = (
    "r. rr. w. ww. itd. itp. etc. m.in. n.e. p.n.e. o.o. S.A. zł. prof. dr. mgr. inż. tys. godz. min. szt. "
    "os. egz. ul. al. pl. św. np. tj. tzn. tzw. Dz.U. U. p.o. n.p.m. hab. red. oprac. cz. zob. por. cd. "
    "cdn. nn. poz. art. ust. nr. lok. woj. pow. gm. rej. pn. pd. wsch. zach. im."
)
"""Abbreviations whose full stop stays at the end of a heading."""
CLOSED = {
    "m. in.": "m.in.",
    "p. n. e.": "p.n.e.",
    "p. n.e.": "p.n.e.",
    "p.n. e.": "p.n.e.",
    "n. e.": "n.e.",
    "t. j.": "tj.",
    "t.j.": "tj.",
    "t. zn.": "tzn.",
    "t.zn.": "tzn.",
    "i t. d.": "itd.",
    "i t.d.": "itd.",
    "i.t.d.": "itd.",
    "i. t. d.": "itd.",
    "it.d.": "itd.",
    "i t. p.": "itp.",
    "i t.p.": "itp.",
    "i.t.p.": "itp.",
    "i. t. p.": "itp.",
    "t. zw.": "tzw.",
    "t.zw.": "tzw.",
    "n. p. m.": "n.p.m.",
    "n. p.m.": "n.p.m.",
    "n.p. m.": "n.p.m.",
    "p. o.": "p.o.",
    "z o. o.": "z o.o.",
    "z.o.o.": "z o.o.",
    "z. o. o.": "z o.o.",
    "z. o.o.": "z o.o.",
    "sp.z o.o.": "sp. z o.o.",
    "Sp.z o.o.": "Sp. z o.o.",
}
"""Abbreviations written open or with too many stops, and as Polish spelling has them (PWN)."""

SEAMS = """
mię-dzy
po-nad ! t
pod o
współ
in-ter ak
jed-no pł
"""

GLUED = "Dz. U.|n. med.|n. hum.|n. techn.|n. ekon.|n. o zdr.|sp. z o.o.|Sp. z o.o."
"""Abbreviations of several words that stay as typed and hold together."""

MENDS = """
mail mai-lo-w
"""
"""Stretches of words that the patterns divide wrongly or not at all."""

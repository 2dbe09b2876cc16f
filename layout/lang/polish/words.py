"""The words that Polish binds to their neighbours, by kind; a full stop belongs to the word."""

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
    Kind.JOINT: "a i o u w z ale ani aż bez bo by czy dla do gdy ku lub na nad niż od po pod we za ze że",
    Kind.FUNCTION: (
        "ale albo ani aby bez bo by byli była było były był być ci co czy czyli dla do gdy gdyż gdzie ich "
        "ile im jak jako jednak jego jej jest ją już kiedy która które którego których którym który którzy "
        "lub lecz ma mają mi na nad nie nich niej nim niż oraz od około po pod ponieważ ponad potem poza "
        "przed przez przy raz są się ta tak także tam te tego tej ten też to tu tych tym tylko we więc za "
        "zaś ze został została zostało zostały że żeby będzie będą"
    ),
}

"""The words that Polish binds to their neighbours, by kind; a full stop belongs to the word."""

from __future__ import annotations

from layout.lang.rules.measures import CURRENCIES, UNITS
from layout.lang.rules.word_kinds import Kind

WORDS = {
    Kind.INITIAL: "Aug. Bol. Boh. Grz. Jul. Józ. Kaz. Krz. Stef. Tad. Zdz. Zyg. Ant. Mik.",
    Kind.LETTER: "a i o u w z A I O U W Z",
    Kind.TITLE: (
        "prof. dr hab. mgr inż. lic. lek. med. doc. ks. bp abp kard. o. br. s. gen. płk ppłk kpt. por. mjr "
        "red. mec. p. pp. św. bł. dypl. arch. dyr. adw. hr. śp. ś.p."
    ),
    Kind.DEGREE: "MBA Ph.D.",
    Kind.ERA: "r. roku rokiem rok rr. n.e. p.n.e.",
    Kind.CENTURY: "w. ww. wiek wieku wiekiem wieków wieki",
    Kind.MONTH: (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
        "grudnia "
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień "
        "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie "
        "grudniu"
    ),
    Kind.UNIT: (f"{UNITS} godz. min. sek. szt. szt os. egz. str. pkt proc. n.p.m. mieszk. kpl. op. obr."),
    Kind.MAGNITUDE: (
        "mln mld bln tys. tys mln. mld. tysiąc tysiąca tysiące tysięcy milion miliona miliony milionów "
        "miliard miliarda miliardy miliardów"
    ),
    Kind.MONEY: (
        f"{CURRENCIES} zł zł. gr euro Kč złoty złote złotych złotego groszy grosze koron korony dolarów "
        "dolary"
    ),
    Kind.MONEY_SIGN: f"{CURRENCIES} Kč",
    Kind.YEAR_MARK: "r. rr.",
    Kind.THING: (
        "osób osoby ludzi mieszkańców uczestników gości dzieci uczniów studentów turystów pracowników gmin "
        "gminy miast miasta wsi miejsc miejsca godzin godziny minut minuty sekund dni tygodni miesięcy lat "
        "lata metrów metry kilometrów kilometry hektarów ton tony sztuk sztuki egzemplarzy stron strony "
        "projektów projekty wniosków domów mieszkań budynków drzew koron złotych euro bajtów bajty "
        "bitów bity pikseli piksele punktów punkty znaków znaki"
    ),
    Kind.SIGN: (
        "§ §§ art. art ust. ust pkt pkt. nr nr. numer str. s. ss. tab. rys. ryc. il. fot. poz. rozdz. "
        "t. zał. zesz. wyd. "
        "par. akap. ark. vol. godz. sygn. kl. m. lok. pok. p. pt. wyk. mapa st. poczt. obr. dz. † *"
    ),
    Kind.SUBLABEL: "lit. lit tiret",
    Kind.LABEL: (
        "rok roku rokiem roczniku strona stronie strony tabela tabeli tabelę rysunek rysunku rozdział "
        "rozdziale rozdziału punkt punkcie punktu numer numerze artykuł artykule artykułu załącznik "
        "załącznika załączniku lat lata latach latami tom tomie dział "
        "działu dziale działem tytuł tytułu tytule etap etapie edycja edycji część części "
        "klasa klasie paragraf paragrafie wersja wersji wersję wersją dnia"
    ),
    Kind.PHONE_LABEL: (
        "tel. tel tel.: tel: telefon telefon: telefonu fax fax: faks faks: kom. kom.: mob. mob.: infolinia"
    ),
    Kind.LEADING: "Dz.U. M.P. np. tj. tzn. tzw. m.in. wg ww. ds. pt. ok. max. min. maks. zob. por.",
    Kind.TRAILING: "itd. itp. etc. i.in. wł.",
    Kind.PLACE: "ul. al. pl. os. im. św. woj. pow. gm. skr. rej. wsch. zach. pn. pd. jez. g.",
    Kind.PROGRAMME: "Interreg INTERREG",
    Kind.JOINT: "a i o u w z ale ani aż bez bo by czy dla do gdy ku lub na nad niż od po pod we za ze że",
    Kind.FUNCTION: (
        "ale albo ani aby bez bo by byli była było były był być ci co czy czyli dla do gdy gdyż gdzie ich "
        "ile im jak jako jednak jego jej jest ją już kiedy która które którego których którym który którzy "
        "lub lecz ma mają mi na nad nie nich niej nim niż oraz od około po pod ponieważ ponad potem poza "
        "przed przez przy podczas według wobec wśród dzięki raz są się ta tak także tam te tego tej ten "
        "też to tu tych tym tylko we więc za "
        "zaś ze został została zostało zostały że żeby będzie będą"
    ),
}

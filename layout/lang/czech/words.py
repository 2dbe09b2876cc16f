"""The words that Czech binds to their neighbours, by kind; a full stop belongs to the word."""

from __future__ import annotations

from layout.lang.rules.measures import CURRENCIES, UNITS
from layout.lang.rules.word_kinds import Kind

WORDS = {
    Kind.INITIAL: "Ant. Aug. Boh. Jar. Jos. Kar. Lad. Vác. Voj.",
    Kind.LETTER: "k s v z o u i K S V Z O U I",
    Kind.LETTER_A: "a A",
    Kind.TITLE: (
        "Ing. Mgr. Bc. MgA. BcA. Dr. JUDr. MUDr. MDDr. MVDr. PhDr. RNDr. PharmDr. PaedDr. ThDr. ThLic. "
        "PhMr. RSDr. ICDr. prof. doc. as. ing. mgr. arch. akad. mal. soch. et p. pí sl. gen. plk. pplk. "
        "mjr. kpt. por. npor. kap. sv. bl. P. mons. Mons. dr. dipl."
    ),
    Kind.DEGREE: "Ph.D. PhD. CSc. DrSc. DSc. Th.D. DiS. MBA MPA LL.M. MSc. BBA DBA M.A. M.Sc.",
    Kind.CENTURY: "stol. st. století",
    Kind.MONTH: (
        "ledna února března dubna května června července srpna září října listopadu prosince leden únor "
        "březen duben květen červen červenec srpen říjen listopad prosinec lednu únoru březnu dubnu květnu "
        "červnu červenci srpnu říjnu prosinci lednem únorem březnem dubnem květnem červnem červencem "
        "srpnem "
        "zářím říjnem listopadem prosincem"
    ),
    Kind.UNIT: f"{UNITS} min. sek. hod. hod ks os. obyv. str.",
    Kind.MAGNITUDE: (
        "mil. mld. tis. mil mld tis milion milionu milionů miliony miliarda miliardy miliard miliardu "
        "tisíc "
        "tisíce tisíců bilion bilionu"
    ),
    Kind.MONEY: (
        f"{CURRENCIES} Kč Kčs euro eur eura zł koruna koruny korun haléř haléře haléřů zlotých zloté zlotý "
        "dolarů dolary liber"
    ),
    Kind.MONEY_SIGN: f"{CURRENCIES} Kč",
    Kind.THING: (
        "osob osoby lidí lidem lidmi obyvatel obyvatelům dětí žáků studentů účastníků návštěvníků hostů "
        "obcí "
        "obce měst města vesnic míst místa hodin hodiny minut minuty sekund dnů dní dny týdnů měsíců let "
        "metrů metry kilometrů kilometry hektarů tun tuny kusů kusy stran projektů projekty žádostí domů "
        "bytů budov stromů korun zlotých eur vozidel vlaků bajtů bajty bitů bity pixelů pixely bodů "
        "body znaků znaky"
    ),
    Kind.SIGN: (
        "§ §§ č. č čís. s. str. str obr. obr tab. tab odst. odst čl. čl kap. př. příl. sv. roč. vyd. "
        "pozn. ř. bod bodu písm. ul. "
        "čp. č.p. ev. parc. tř. nám. r. rr. graf sp. zn. j. p. čj. čp. nař. vyhl. zák. us. usn. † *"
    ),
    Kind.SUBLABEL: "písm. písm písmeno písmene písmenem písmenu",
    Kind.LABEL: (
        "rok roku roce rokem roky let letech léta létech straně strana strany tabulka tabulce tabulky "
        "obrázek obrázku kapitola kapitole kapitoly číslo čísle bod bodu článek článku odstavec odstavci "
        "příloha příloze svazek díl část části etapa etapě ročník verze verzi verzí dne hodin"
    ),
    Kind.REGISTER: "Sb. Sb Sb.m.s.",
    Kind.PHONE_LABEL: (
        "tel. tel tel.: tel: telefon telefon: telefonu fax fax: mob. mob.: mobil mobil: linka linka: "
        "infolinka"
    ),
    Kind.LEADING: "např. tj. tzn. tzv. mj. resp. popř. příp. viz cca srov. kupř. tzv vč. dle",
    Kind.TRAILING: "atd. apod. aj. ad. atp. aj",
    Kind.PLACE: "ul. nám. tř. nábř. sv. okr. vých. záp. sev. již. býv. zast. stan. ř. bl.",
    Kind.PROGRAMME: "Interreg INTERREG",
    Kind.JOINT: (
        "a i k o s u v z aby ač ale ani až bez by či do ke ku na nad než od po pod pro při se ve za ze že"
    ),
    Kind.FUNCTION: (
        "aby ale ani ano asi až bez by byl byla bylo byly být co což do ho ho jak jako je jeho její jejich "
        "jen jenž již ještě jsem jsme jsou ke kde kdy když která které který kterým kterých kteří ku má "
        "mají mezi mu na nad naše nebo nebyl nebyla než není od ode okolo po pod podle pouze před přes při "
        "pro proti protože s se si tak také tam te té ten tedy těch těm to toho tomu tu už ve více však "
        "všech vše za zda ze že bude budou proběhla proběhl proběhlo kolem včetně či jenom jich jim"
    ),
}

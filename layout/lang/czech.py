"""What is Czech about the rules: word lists and tables; it holds data and does nothing."""

from __future__ import annotations

from layout.lang.rules.word_kinds import Kind

WORDS = {
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
        "červnu červenci srpnu říjnu prosinci lednem únorem březnem dubnem květnem červnem červencem srpnem "
        "zářím říjnem listopadem prosincem"
    ),
    Kind.UNIT: (
        "km m cm mm dm µm nm ha km² m² cm² km³ m³ cm³ km2 m2 m3 kg g mg dag dkg t q l ml hl dl h ms min "
        "min. sek. hod. °C °F ° K V kV W kW MW GW kWh MWh GWh Hz kHz MHz GHz B kB MB GB TB J kJ MJ GJ Pa "
        "hPa kPa bar N A mA dB lx lm px pt ppi dpi km/h m/s ks os. obyv. str. % ‰ "
    ),
    Kind.MAGNITUDE: (
        "mil. mld. tis. mil mld tis milion milionu milionů miliony miliarda miliardy miliard miliardu tisíc "
        "tisíce tisíců bilion bilionu"
    ),
    Kind.MONEY: (
        "Kč CZK Kčs EUR € euro eur eura PLN zł USD $ GBP £ CHF koruna koruny korun haléř haléře haléřů "
        "zlotých zloté zlotý dolarů dolary liber"
    ),
    Kind.MONEY_SIGN: "Kč CZK EUR € PLN USD $ GBP £ CHF",
    Kind.SIGN: (
        "§ §§ č. čís. s. str. obr. tab. odst. čl. kap. př. příl. sv. roč. vyd. pozn. ř. bod bodu písm. ul. "
        "čp. č.p. ev. parc. tř. nám. r. rr. graf sp. zn. j. p. † *"
    ),
    Kind.SUBLABEL: "písm. bod",
    Kind.LABEL: (
        "rok roku roce rokem roky let letech léta létech straně strana strany tabulka tabulce tabulky "
        "obrázek obrázku kapitola kapitole kapitoly číslo čísle bod bodu článek článku odstavec odstavci "
        "příloha příloze svazek díl část části etapa etapě ročník dne hodin"
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
    Kind.FUNCTION: (
        "aby ale ani ano asi až bez by byl byla bylo byly být co což do ho ho jak jako je jeho její jejich "
        "jen jenž již ještě jsem jsme jsou ke kde kdy když která které který kterým kterých kteří ku má "
        "mají mezi mu na nad naše nebo nebyl nebyla než není od ode okolo po pod podle pouze před přes při "
        "pro proti protože s se si tak také tam te té ten tedy těch těm to toho tomu tu už ve více však "
        "všech vše za zda ze že bude budou proběhla proběhl proběhlo kolem včetně či jenom jich jim"
    ),
}
"""Words that are bound to their neighbours, by kind; a full stop belongs to the word."""

COMPOUND_FORMS = (
    "česko polsko slovensko moravsko slezsko německo rakousko maďarsko francouzsko anglicko rusko "
    "ukrajinsko olomoucko opolsko jihomoravsko společensko technicko vědecko historicko geograficko "
    "zeměpisno politicko ekonomicko umělecko filozoficko metodicko technologicko ekologicko demograficko "
    "strategicko teoreticko prakticko biologicko chemicko fyzikálno zdravotnicko urbanisticko "
    "architektonicko občansko ideově turisticko logisticko statisticko akademicko pedagogicko psychologicko "
    "sociologicko jazykovědno pastoračně duchovně červeno modro bíle bílo černo zeleno žluto právně"
)
ADVERB_FORMS = (
    "sociálně kulturně ekonomicky hospodářsky informačně propagačně zemědělsko průmyslově obchodně finančně "
    "literárně hudebně výchovně sportovně administrativně organizačně materiálně personálně environmentálně "
    "zdravotně stavebně dopravně regionálně územně vzdělávacě výzkumně vývojově jazykově odborně poradensky "
    "provozně majetkově technicky rekreačně společensky přírodně krajinně kulturně osvětově mediálně"
)
"""First members of compound adjectives; those of the second list are adverbs as well."""
COMPOUND_NAMES = (
    "e mail|on line|science fiction|know how|Wi Fi|Frýdek Místek|Rakousko Uhersko|Bosna Hercegovina|Porýní "
    "Falc|Alsasko Lotrinsko|Bílsko Bělá|Kandrzin Koźle|Šlesvicko Holštýnsko|Kędzierzyn Koźle|Bielsko "
    "Biała|Sasko Anhaltsko|Praha Ruzyně"
)
TOWNS = (
    "Praha Brno Ostrava Plzeň Olomouc Opole Opolí Liberec Pardubice Zlín Jihlava Opava Přerov Prostějov "
    "Šternberk Šumperk Jeseník Zábřeh Hranice Mohelnice Litovel Krnov Bruntál Karviná Havířov Bohumín "
    "Břeclav Vratislav Krakov Varšava Katovice Nysa Prudník Ratiboř Kluczbork Polsko Česko Německo "
    "Slovensko Rakousko Maďarsko Berlín Vídeň Bratislava Budapešť Mnichov Drážďany Morava Slezsko"
)
"""Places between which a closed dash stands (Praha–Brno)."""
LONG_NAMES = "republika republikou republiky republice"
"""How the names of two words end that take a spaced dash: Česká republika – Polsko."""
ROUTES = (
    "trasa trase trasu trasy linka lince linku trať trati silnice silnici dálnice dálnici spoj vlak úsek "
    "úseku relace relaci zápas utkání osa ose"
)
"""Words behind which any two names are the ends of a way: trasa Jeseník–Nysa."""
SUFFIX_CUES = "přípona příponou koncovka koncovkou koncovky"
"""Words before which a hyphen opens a suffix: přípona -ový."""
TIMES_OF_YEAR = (
    "pondělí úterý středa čtvrtek pátek sobota neděle středy soboty pátku soboty po út st čt pá so ne leden "
    "únor březen duben květen červen červenec srpen září říjen listopad prosinec"
)
"""Days and months that make ranges: pondělí–pátek."""
SUSPENDED = "i a nebo či ani až do jak"
"""Words before which a hanging hyphen is right: mikro- a makroregion."""
KEEP_STOP = (
    "a. s. a.s. r. o. r.o. s.r.o. o. p. s. v. i. v.v.i. n. l. atd. apod. aj. ad. tj. např. mil. mld. tis. "
    "hod. min. str. ul. nám. sv. stol. st. Sb. Ph.D. CSc. DrSc. DiS. Th.D. LL.M. ing. prof. doc. č. p. j. "
    "tzv. k. ú. kol. red. obr. tab. kap. odst. čl."
)
"""Abbreviations whose full stop stays at the end of a heading."""
SPACED = (
    "spol. s r. o.|s. r. o.|a. s.|v. o. s.|v. v. i.|o. p. s.|k. s.|z. s.|z. ú.|s. p.|p. o.|př. n. l.|n. l.|"
    "př. Kr.|po Kr.|m n. m.|n. m.|č. j.|č. p.|č. ú.|č. ev.|sp. zn.|k. ú.|t. r.|t. m.|t. č.|m. j.|v. r.|"
    "v. z.|n. p.|n. o.|p. a.|r. č.|p. b.|j. č.|m. č.|d. o.|s. d.|j. n.|o. s.|c. k.|dr. h. c."
)
"""Abbreviations of several words: a space behind each full stop, all of it glued (IJP 880)."""
CLOSED = {
    "a t. d.": "atd.",
    "a t.d.": "atd.",
    "a td.": "atd.",
    "a.t.d.": "atd.",
    "t. zn.": "tzn.",
    "t.zn.": "tzn.",
    "t. zv.": "tzv.",
    "t.zv.": "tzv.",
    "na př.": "např.",
    "t.j.": "tj.",
    "t. j.": "tj.",
}
"""Abbreviations written open, and as Czech spelling has them."""

ONSETS = (
    "bl br bř cl čl čt dl dr dř dv fl fr gl gr hl hn hr hř chl chr jm kl kn kr kř kv ml mn mr pl pn pr př "
    "ps sk sl sm sn sp sr st sv šk šl šp št šť šv tk tl tr tř tv vd vl vr vř zb zd zl zm zn zr zv žr"
)
"""Pairs of consonants that open Czech syllables."""

MENDS = """
čer-stv elek-tři fil-har hejt-man kni-hov kon-strukč-n ma-gis-tr nej-del nej-men-š
nej-mlad příš-tí měs-tys ná-vště-vy ná-vště-vo ne-zis-kov or-ches-tr poč-to-v rej-stř
sou-drž sou-os-tro sou-pra symp-to sedm-d sedm-n štern-ber te-drá vlák-ni vstříc-n zej-mé-n
"""
"""Stretches of words that the patterns divide wrongly or not at all."""

SEAMS = r"""
ae-ro
ag-ro
an-ti ! k c č l n
as-tro
au-dio
au-to ! r ři
bio
cyk-lo ! n p v
ce-lo ! f v
čes-ko
čtyř ! i e
dlou-ho
dob-ro ! t
dvou
elek-tro ! d n v
eu-ro ! pe pa$ pan ps v
eko ! n l
ex-tra ! k
fo-to ! n
geo ! r
he-te-ro
hyd-ro
hy-per
in-fra
in-ter ! i e n$ u$ a$
ji-ho
ko operat opera operu operac ordin autor existen eduka
krát-ko
mak-ro
ma-lo ! v u
me-ga ! n
me-tro pol
me-zi ! tím
mi-kro
mi-mo ! ň
mís-to ! v
mno-ho
mo-to ! r l
mul-ti
ně-ko-li-ka
ně-mec-ko
níz-ko
no-vo stav dob věk roč rozen manžel měst maur goti
pě-ti
pol-sko
po-lo ostrov čas let kruh tovar měr vodič provoz automat
pra-vo slav pis moc platn
pro-ti ! v k a
pr-vo tříd repub lig výrob zdroj
přes hrani čas poč mír rok
psy-cho
pseu-do
ra-dio ! v
ra-kous-ko
re organiz integr export import emigr alok akc ak agov agu akt edukac investic
re-tro
rych-lo ! s u
sa-mo ! t u
se-be ! r ř
se-ve-ro
slo-ven-sko
so-cio
spo-lu
sta-ro by věk měst žit dáv mód pram sled slov
stře-do ! v u
stře-do věk
su-per ! i l
svě-to ! v
tech-no
te-le ! c ní nou
ter-mo ! s
trans ! e(?!vr) i u par
sub region dod tropic kontinent
trans-pa rent
tří ! d s š z
tří stran strán složk stup
ul-tra
ve-le trh trž díl toč zrad mlýn hor
vel-ko výrob obchod plošn lep moravsk město měst polsk
vi-deo
ví-ce
vni-tro
vo-do hosp vod pád těs rov léč práv
vše obec stran moc možn mohou vědou
vý-cho-do ! u
vy-so-ko
zá-pa-do ! u
ze-mě ! mi
bez ú o(?:hl|br|bj|bs) u(?:zd|sta)
do uč ud opr
na uč o(?:pa|ko|př|str)
nad ú obla obvod
neu trál tral
ne a(?!po|nd) e i o(?!n$|n[uyoů]|lit|fi?t) u(?!tr|r[oó]|m?an|rit)
nej ú (?!asn|ist|edn|emn|az)[aeiou]\w*(?:ší\w*|[eě]ji)$
od ú
po o u(?:č|ká|ka|ží|ži|žit|ž[nť]|sm|sta|sto|pr|vá|lič|šk|toč|tě)
pod ú o(?:bl|bo|d[bd]|kn|kr)
pra o
před u o(?!u)
při a e i o u ú
pře a e i o u ú
pro evrop ameri unij
roz ú uz
troj ú
vy a e i o u ú
za a i o u(?:j|to|č|př|ml|ne|vá|zl|ja) ú
zne u
"""

"""Where Czech words are divided: the seams and mends that correct the patterns."""

from __future__ import annotations

from layout.lang.language import Hyphenation

HYPHENATION = Hyphenation(
    outer=("ne",),
    syllabic="lr",
    hiatus_before="ú",
    mends="""
čer-stv do-brou-š do-brou-s elek-tři fil-har hejt-man kni-hov kon-strukč-n ma-gis-tr nej-del nej-men-š
nej-mlad příš-tí měs-tys ná-vště-vy ná-vště-vo ne-zis-kov or-ches-tr poč-to-v rej-stř
sou-drž sou-os-tro sou-pra symp-to sedm-d sedm-n štern-ber te-drá vlák-ni vstříc-n zej-mé-n ole-jo-mal
""",
    seams=r"""
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
dob-ro vol druh druž čin děj din srd mysl ser pis řeč zvuk
neo abs bar darw dym pren exp fa fo funk fyt gaul go hum imp izo kant kat klas kol kom kon
neo liber ling log marx mod myc nac nat plas poz poe real rene rom slav soc stal struk surr vulk
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
mo-to ! r l u
mul-ti
ně-ko-li-ka
ně-mec-ko
níz-ko
no-vo stav dob věk roč rozen manžel měst maur goti
pě-ti
pol-sko
po-lo ostrov čas let kruh tovar měr vodič provoz automat opic okruh drah obr
post t(?!e|al) p k(?!a|y) m s(?!l) f imp ind ing ink dek bolš nat oper glac
pra-vo slav pis moc platn
pro-ti ! v k a
pro-ti ameri alian alerg aids atom
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
trans uran
ar-ci opat bratr
kryp-to anal
mi-ni aplik
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
do uč ud opr ode[ps] ole[jp] opyl okor osidl atak
na uč o(?:pa|ko|př|str|lej|tráv|trav) emul dril scan
nad ú obla obvod
neu trál tral
ne a(?!po|nd) e i o(?!n$|n[uyoů]|lit|fi?t) u(?!tr|r[oó]|m?an|rit)
nej ú (?!asn|ist|edn|emn|az)[aeiou]\w*(?:ší\w*|[eě]ji)$
od ú oper izol ideol
po o u(?:č|ká|ka|ží|ži|žit|ž[nť]|sm|sta|sto|pr|vá|lič|šk|toč|těš)
pod ú o(?:bl|bo|d[bds]|kn|kr|bj) expo alge adres
pra o
před u(?:rč|prav|č|jm|mrt) o(?!u)
při a e i o u ú
pře a e i o u ú
pro evrop ameri unij
roz ú uz
troj ú obal mocn dohod
vy a e i o u ú
za a i o u(?:j|to|č|př|ml|ne|vá|zl|ja) ú
zne u
""",
)

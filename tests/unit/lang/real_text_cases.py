"""Lines of the kinds that real texts were seen to hold, as typed and as set, by kind.

`~` is a no-break space, `^` a fixed thin one; a soft one shows as a plain space. A line without `→` stays.
"""

CASES = {
    "minus before many figures": """
        cs Rozdíl činí -12500 Kč. → Rozdíl činí −12^500~Kč.
        cs Rozsah je od -32768 do 32767. → Rozsah je od −32^768 do 32^767.
        cs Zůstatek -1250 Kč klesá. → Zůstatek −1250~Kč klesá.
        cs Ztráta (-98765 Kč) trvá. → Ztráta (−98^765~Kč) trvá.
        cs Saldo: -1 250 000 Kč → Saldo: −1^250^000~Kč
        pl Wynik to -12500 zł. → Wynik to −12^500~zł.
        pl Głębokość -10994 m jest znana. → Głębokość −10^994~m jest znana.
        pl zakres od -2000 do 2000 → zakres od −2000 do 2000
        pl saldo -1234567 zł → saldo −1^234^567~zł
        pl -12500 → −12^500
        pl Program -2016 → Program~– 2016
    """,
    "numbers of standards": """
        cs Audit podle ISO/IEC 27001 trval den. → Audit podle ISO/IEC 27001 trval den.
        cs Výrobek splňuje EN 13501.
        cs Hasicí přístroj dle EN 3-8 stačí. → Hasicí přístroj dle EN 3-8 stačí.
        cs Zkouška ČSN EN 60335-2-14 se opakuje.
        cs Podle ČSN 01 6910 se píše mezera. → Podle ČSN 01~6910 se píše mezera.
        cs Certifikát ČSN EN ISO 50001:2019 platí.
        pl System zgodny z ISO 14001 i ISO 45001. → System zgodny z~ISO 14001 i~ISO 45001.
        pl Norma PN-EN ISO 14289 obowiązuje.
        pl Zgodne z DIN 18599 oraz RFC 12345. → Zgodne z~DIN 18599 oraz RFC 12345.
        pl Norma PN-EN 1991-1-4 dotyczy wiatru.
    """,
    "numbers of forms, files and issues": """
        cs Výkaz UVIS (ČNB) 01-04 se ruší.
        cs Výkaz 02-12 se podává ročně.
        cs Rozhodnutí čj. 41-88 je platné. → Rozhodnutí čj.~41-88 je platné.
        cs Usnesení čj. 882/83-41 platí. → Usnesení čj.~882/83-41 platí.
        cs Vydání (2006-12) vyšlo.
        cs V letech 2006-12 se stavělo. → V~letech 2006–12 se stavělo.
        pl Akta sygn. 12-45 leżą tu. → Akta sygn.~12-45 leżą tu.
        pl Biuletyn 2010-11 wyszedł.
        pl w latach 2010-11 → w~latach 2010–11
        pl czynne w godz. 08-16 → czynne w~godz.~08–16
        pl Rozporządzenie nr 139/2004/WE obowiązuje. → Rozporządzenie nr~139/2004/WE obowiązuje.
        cs Nařízení č. 2119/98/ES je zrušeno. → Nařízení č.~2119/98/ES je zrušeno.
        cs Silnice č. II/295 vede dál. → Silnice č.~II/295 vede dál.
    """,
    "numbers with letters": """
        cs V čl. 3a a odst. 2b se mění číslo. → V~čl.~3a a odst.~2b se mění číslo.
        cs Poznámka č. 36a se vypouští. → Poznámka č.~36a se vypouští.
        cs Podle § 25a zákona → Podle §~25a zákona
        cs viz obr. 3b a tab. 4c → viz obr.~3b a tab.~4c
        cs podle §§ 25a-25c → podle §§~25a–25c
        pl Zgodnie z art. 105b ust. 3a pkt 2 ustawy. → Zgodnie z~art.~105b ust.~3a pkt~2 ustawy.
        pl Załącznik nr 3a i rys. 2b są na końcu. → Załącznik nr~3a i~rys.~2b są na końcu.
        pl § 12aa dodaje się → §~12aa dodaje się
        pl lokal nr 12A stoi → lokal nr~12A stoi
    """,
    "letters of provisions": """
        pl art. 101 ust. 1 lit. a-e Traktatu → art.~101 ust.~1 lit.~a–e Traktatu
        pl lit. b - d uchwały → lit.~b–d uchwały
        pl pkt 3 lit. a) ustawy → pkt~3 lit.~a) ustawy
        cs podle písm. a)-c) zákona → podle písm.~a)–c) zákona
        cs písm. d) se ruší → písm.~d) se ruší
        cs v písm. b - f → v~písm.~b–f
    """,
    "units and rates": """
        cs Limit je 40 µg/m³ ovzduší. → Limit je 40~µg/m³ ovzduší.
        cs Spotřeba 120 kWh/rok klesla. → Spotřeba 120~kWh/rok klesla.
        cs Vstupné 50 Kč/os. platí. → Vstupné 50~Kč/os. platí.
        cs Napětí 20 mV a proud 5 µA. → Napětí 20~mV a proud 5~µA.
        cs Hustota 130 obyv./km² roste. → Hustota 130~obyv./km² roste.
        cs Průtok 12 m³/s stoupl. → Průtok 12~m³/s stoupl.
        pl Gęstość 120 os./km² maleje. → Gęstość 120~os./km² maleje.
        pl Norma 40 µg/m³ powietrza. → Norma 40~µg/m³ powietrza.
        pl bilet 20 zł/os. w kasie → bilet 20~zł/os. w~kasie
        pl jechał 90 km/h nocą → jechał 90~km/h nocą
        pl opłata 3 zł/m² rocznie → opłata 3~zł/m² rocznie
        pl moc 5 MWp i 20 GWh → moc 5~MWp i~20~GWh
    """,
    "ratios, scores and falling ranges": """
        cs Mapa v měřítku 1:200, 1:500 nebo 1:1000. → Mapa v~měřítku 1~:~200, 1~:~500 nebo 1~:~1000.
        cs Plán 1:500 visí zde. → Plán 1~:~500 visí zde.
        cs Plán 1 : 500 visí zde. → Plán 1~:~500 visí zde.
        cs v poměru 3:1 a 5:2 → v~poměru 3~:~1 a 5~:~2
        cs vyhráli 10 : 6 doma → vyhráli 10~:~6 doma
        cs Zápas skončil 10-6. → Zápas skončil 10–6.
        cs v letech 512-511 př. n. l. → v~letech 512–511 př.~n.~l.
        cs V.-IV. století př. n. l. → V.–IV.~století př.~n.~l.
        pl wynik 10-6 → wynik 10–6
        pl wygrali 3-0 i przegrali 1-2 → wygrali 3–0 i~przegrali 1–2
        pl w latach 70-44 p.n.e. → w~latach 70–44~p.n.e.
        pl Kod 10-6 znika.
    """,
    "dates without a year, sections": """
        cs Kurz začíná 5.11. v poledne. → Kurz začíná 5.~11. v~poledne.
        cs 27.10. od 18:00 hraje kapela → 27.~10. od 18:00 hraje kapela
        cs V pátek 27.10. 18:00 hraje kapela → V~pátek 27.~10. 18:00 hraje kapela
        cs Sejdeme se 6.4., přijďte. → Sejdeme se 6.~4., přijďte.
        cs Přijďte dne 5.11. → Přijďte dne 5.~11.
        cs Podle bodu 5.1. se postupuje dál. → Podle bodu~5.1. se postupuje dál.
        cs v kapitole 2.3. a 2.4. je popis → v~kapitole 2.3. a 2.4. je popis
        cs 1.1. úvod do věci
        cs verze 4.3. je nová
        cs Používáme LibreOffice 4.3. Potom přejdeme.
    """,
    "particles": """
        cs Je -li to možné, přijďte. → Je-li to možné, přijďte.
        cs Nemá - li žadatel razítko, stačí podpis. → Nemá-li žadatel razítko, stačí podpis.
        cs Není–li jiná cesta → Není-li jiná cesta
        cs chce- li někdo → chce-li někdo
        cs Budou — li chtít → Budou-li chtít
        cs lze -li to → lze-li to
    """,
    "commas for low marks": """
        cs Zastupitel musí ,naslouchat‘ občanům. → Zastupitel musí ‚naslouchat‘ občanům.
        cs Pojem „,vnitřní‘ trh“ je starý. → Pojem „‚vnitřní‘ trh“ je starý.
        cs Řekl: ,Postavím se, až přijdou.‘ → Řekl: ‚Postavím se, až přijdou.‘
        cs ,Ano‘ řekl → ‚Ano‘ řekl
        cs tzv. ,šedá‘ zóna (,nikoli‘ černá) → tzv. ‚šedá‘ zóna (‚nikoli‘ černá)
        cs řekl: ,Postavím se
        cs slovo ,slovo → slovo, slovo
    """,
    "apostrophes and nested marks": """
        cs Obchod Sainsbury‘s zavírá. → Obchod Sainsbury’s zavírá.
        cs McDonald‘s a O´Brien → McDonald’s a O’Brien
        cs d‘Artagnan i rock‘n‘roll → d’Artagnan i~rock’n’roll
        pl „Mówił: »cię«”, powiedział
        pl „Nosi tytuł »Dziady«”. I dalej → „Nosi tytuł »Dziady«”. I~dalej
        pl tzw."ZIT” działa → tzw.„ZIT” działa
        pl firma"Lipa" działa → firma„Lipa” działa
        pl tzw.ZIT" działa → tzw.ZIT” działa
        pl Lubię książki A. A. Milne'a. → Lubię książki A.~A.~Milne’a.
    """,
    "initials and English": """
        cs Fr. Daneš a Zd. Nejedlý → Fr.~Daneš a Zd.~Nejedlý
        cs Vl. Vančura, Jos. Mánes → Vl.~Vančura, Jos.~Mánes
        cs Ing.arch. Jan Novák Ph.D., MBA → Ing.~arch.~Jan Novák,~Ph.D.,~MBA
        cs U. S. Drought Monitor varuje.
        cs Liga N.F.L. hraje, D.C. mlčí.
        cs agentura C.I.A. a U.S. Army
        cs J.R.R. Tolkien → J.~R.~R.~Tolkien
        pl Wł. Reymont i Zb. Nowak → Wł.~Reymont i~Zb.~Nowak
        pl St. Moniuszko, Kaz. Pułaski → St.~Moniuszko, Kaz.~Pułaski
        pl Washington D.C. i N.F.L. → Washington D.C. i~N.F.L.
    """,
    "signs and abbreviations": """
        cs k.ú. Vrchlabí, p.č. 123/4 → k.~ú. Vrchlabí, p.~č.~123/4
        cs přibližně 3 1/2 hodiny → přibližně 3~1/2~hodiny
        cs asi 2 ½ kilometru → asi 2~½~kilometru
        pl w r. 2016 oraz w rr. 1914 → w~r.~2016 oraz w~rr.~1914
        pl 3 ½ godziny → 3~½ godziny
        pl 5 1/2 km → 5~1/2~km
        pl skr. poczt. 12 → skr.~poczt.~12
        pl Godz. 8.00, Pkt. 1 porządku obrad. → Godz.~8.00, Pkt.~1 porządku obrad.
        pl Art. 5 i Ust. 2 → Art.~5 i~Ust.~2
        pl Mury z XIII/XIV w. stoją. → Mury z~XIII/XIV~w. stoją.
        cs na přelomu XIX./XX. století → na přelomu XIX./XX.~století
    """,
    "options and routes": """
        cs příkaz lspci -v
        cs ls -la a grep -rn slovo
        pl tar -x -zvf plik
        pl git -C folder status
        cs --verbose vypíše vše
        cs Trať Praha - Brno se opravuje → Trať Praha–Brno se opravuje
        cs trať Praha–Brno
        cs Dálnice Praha - Brno → Dálnice Praha–Brno
        cs Vlak Olomouc - Opava → Vlak Olomouc–Opava
        cs Stezka Vidnava - Nysa → Stezka Vidnava–Nysa
    """,
    "what a number counts": """
        cs podle § 40 nesmí nikdo → podle §~40 nesmí nikdo
        cs ve 14 obcích a 3 městech → ve 14~obcích a 3~městech
        cs celkem 120 visí, 30 stojí, 5 trvalo
        cs dorazilo 2000 lidí z 12 obcí → dorazilo 2000 lidí z~12~obcí
        cs přes 45 většinou chybělo
        cs vzrostl o 12 znamená víc → vzrostl o~12 znamená víc
        cs 5 hradů, 8 kostelů a 40 škol → 5~hradů, 8~kostelů a 40~škol
        cs 25 dospělých a 12 dětí → 25~dospělých a 12~dětí
    """,
    "number with the letter x": """
        pl na podstawie art. 52x ust. 1 → na podstawie art.~52x ust.~1
        pl przepisy art. 16w i 16x stosuje się → przepisy art.~16w i~16x stosuje się
        pl wyrazy „§ 80x” skreśla się → wyrazy „§~80x” skreśla się
        pl 1x. W przypadku zwrotu → 1x. W~przypadku zwrotu
        pl 1x i nic więcej, 2x i 3x → 1× i~nic więcej, 2× i~3×
        cs podle odst. 5x zákona → podle odst.~5x zákona
        cs poslal to 5x, potom 10x → poslal to 5×, potom 10×
        pl 4w) (uchylony) 4x) (uchylony) 4y)
        pl więcej (10x) niż → więcej (10×) niż
    """,
    "letter of a provision and a short word": """
        pl w ust. 1 lit. a – w tej części → w~ust.~1 lit.~a~– w~tej części
        pl pkt 3 lit. b – w terminie → pkt~3 lit.~b~– w~terminie
        pl lit. a – o której mowa → lit.~a~– o~której mowa
        pl lit. a – d ustawy → lit.~a–d ustawy
        cs písm. a – v této části → písm.~a~– v~této části
        cs písm. a – d zákona → písm.~a–d zákona
    """,
    "colon behind a number": """
        pl Stan na 2019: 15 projektów
        pl w sierpniu 2003: 23 osoby → w~sierpniu 2003: 23 osoby
        pl Etap 1: 3 gminy
        pl Załącznik 4: 12 stron
        pl Trafienia 2: 5 minut przerwy
        pl mapa 1 : 3 i 2 :5 → mapa~1:3 i~2:5
    """,
    "decimal points": """
        cs Rozsah je 0.00-1.00. Dále → Rozsah je 0.00–1.00. Dále
        cs hodnota 0.500 je uprostřed, 1.000 vpravo dole
        cs volba scale=1.000 platí
        pl zakres 0.25 do 1.500 jest szeroki
        pl od 1.000 do 0.125 jednostki
        pl przyszło 1.000 osób → przyszło 1^000 osób
    """,
    "dash behind the letter e": """
        pl wariant e - droższy → wariant e~– droższy
        pl opcja e - tania → opcja e~– tania
        pl e - mail i e-learning → e-mail i~e-learning
        cs možnost e - dražší → možnost e~– dražší
        cs e- mail, e -podatelna → e-mail, e-podatelna
    """,
    "classes of characters": """
        cs jednotky cdrom[1-9] a usb[0-9]
        cs konzole vcsa[a-f]
        pl opcja -[0-7] działa
        pl plik man[1-9] i [3-5] → plik man[1-9] i~[3–5]
        pl katalog /dev/tty[0-9]
    """,
    "grave accents that open": """
        pl użyj `shift' teraz → użyj „shift” teraz
        pl polecenie `pushd kot'. → polecenie „pushd kot”.
        cs klíčové `slovo' platí → klíčové ‚slovo‘ platí
        cs znak ` a 'b' → znak ` a ‚b‘
        cs podle `stty sane'; konec → podle ‚stty sane‘; konec
    """,
    "words between question marks": """
        pl kazał mi ?klik? napisać
        pl cytat !ważne! tutaj
        pl wie ,kto ?tak → wie, kto? tak
        cs řekl ?ano? a šel
        cs co ,kdo !jak → co, kdo! jak
    """,
    "numbers of four groups": """
        cs 4 294 967 295 barev → 4^294^967^295~barev
        cs celkem 1 777 888 999 korun → celkem 1^777^888^999~korun
        pl razem 2 601 234 567 zł → razem 2^601^234^567~zł
        pl 12 345 678 901 osób → 12^345^678^901 osób
        cs telefon 777 888 999 → telefon~777~888~999
    """,
    "initials with a hyphen": """
        cs Ulf-D. Ehlert a J.-P. Sartre → Ulf-D.~Ehlert a J.-P.~Sartre
        cs Karl-H. Müller přijel → Karl-H.~Müller přijel
        pl J.-J. Rousseau pisał → J.-J.~Rousseau pisał
        pl Hans-J. Vogel mówił → Hans-J.~Vogel mówił
        pl H.-G. Gadamer i M. Heidegger → H.-G.~Gadamer i~M.~Heidegger
    """,
    "word behind an ellipsis": """
        pl a tu …o wielkim → a~tu …o~wielkim
        pl …i jego moc → …i~jego moc
        pl Wieża: …A na niej → Wieża: …A~na niej
        cs …v domě → …v~domě
        cs a tak …k nám → a tak …k~nám
    """,
    "figure dashes": """
        pl Przepisy ust. 1‒2 stosuje się → Przepisy ust.~1–2 stosuje się
        pl lata 2010‒2015 → lata 2010–2015
        cs strany 5‒9 chybí → strany 5–9 chybí
        cs Opava ‒ město → Opava~– město
        cs tel. 777‒888‒999 → tel.~777-888-999
    """,
    "sentence behind a letter": """
        pl od X do Y. Aby zapiąć
        pl współrzędne X i Y. Ten punkt → współrzędne X i~Y. Ten punkt
        cs v jazyce C. Jsou tu → v~jazyce C. Jsou tu
        cs osa Y. Pro snímky
        cs stav N. Není jméno
    """,
    "version and measure": """
        pl wersja 2 ma 512 KB → wersja 2 ma 512~KB
        pl około 1024 bajtów i 1200 bitów → około 1024 bajtów i~1200 bitów
        cs od verze 3 stačí 512 KB → od verze 3 stačí 512~KB
        cs rychlost 1200 bitů za sekundu
        pl Ustawa (Dz.U. Nr 137) i M.P. poz. 5 → Ustawa (Dz.U. Nr~137) i~M.P. poz.~5
    """,
    "point and preposition": """
        cs kontrolní bod s předchozím bodem → kontrolní bod s~předchozím bodem
        cs tento bod v mapě → tento bod v~mapě
        cs bod a) se ruší
        cs jen bod k řešení → jen bod k~řešení
        cs každý bod z mapy → každý bod z~mapy
    """,
    "sum behind a provision": """
        pl w art. 8 pkt 2 – 2354,12 zł → w~art.~8 pkt~2~– 2354,12~zł
        pl ust. 3 - 1 500,50 zł → ust.~3~– 1^500,50~zł
        pl pkt 2 - 4 ustawy → pkt~2–4 ustawy
        pl od 2 – 4,5 zł → od 2–4,5~zł
        cs odst. 2 – 5,5 % ceny → odst.~2~– 5,5~% ceny
        cs podle § 4 – 12,5 Kč → podle §~4~– 12,5~Kč
        pl mowa w pkt 2 – 32% dochodu → mowa w~pkt~2~– 32% dochodu
        pl (A × 6,68% – 380,50 zł) → (A~× 6,68%~– 380,50~zł)
        pl od 10% - 20 % ceny → od 10%–20 % ceny
    """,
    "quoted signs": """
        cs stiskněte '+' nebo '-' → stiskněte ‚+‘ nebo ‚-‘
        pl naciśnij '+' lub '-' → naciśnij „+” lub „-”
        pl znak "-" i "/" są → znak „-” i~„/” są
        cs mezi '=' a ':' nic → mezi ‚=‘ a ‚:‘ nic
        cs znak "+" sčítá → znak „+“ sčítá
    """,
    "numbers that are no dates": """
        cs větší - 13.5. Je to → větší~– 13.5. Je to
        cs síla – 4.2. Útok → síla~– 4.2. Útok
        cs 1.5.–3.5. se jede → 1.~5.~– 3.~5. se jede
        cs hodnota – 7.1. Potom → hodnota~– 7.1. Potom
        cs poměr - 2.5. Proto → poměr~– 2.5. Proto
    """,
    "short words that end a sentence": """
        cs Ok. Použit standardní styl
        cs To je on. Už. Potom
        pl Mówi: Ok. Wracam
        pl To był On. Wielki dzień
        pl Fr. Nowak i Wł. Reymont → Fr.~Nowak i~Wł.~Reymont
    """,
    "numbered headings of laws": """
        pl tytuł działu III otrzymuje brzmienie
        pl w wieku XVI rozpadła się → w~wieku XVI rozpadła się
        pl w dziale IV rozdziału → w~dziale IV rozdziału
        pl podczas II wojny światowej → podczas II~wojny światowej
        pl III edycja i V piętro → III~edycja i~V~piętro
        pl ART. 12 UST. 11 oraz ART. 16 → ART.~12 UST.~11 oraz ART.~16
    """,
    "years before the era": """
        cs od 18-7.století před naším letopočtem → od 18–7.~století před naším letopočtem
        cs 512-511 před naším letopočtem → 512–511 před naším letopočtem
        cs V-IV století před Kristem → V–IV~století před Kristem
        cs 300-250 př. n. l. → 300–250~př.~n.~l.
        cs 300-250 kusů
        pl w latach 1680-1180 p.n.e. kwitło → w~latach 1680–1180~p.n.e. kwitło
    """,
    "numbers of figures": """
        cs Obrázek 16.200. Příklad
        cs Tabulka 17.100 je zde
        cs viz obr. 14.100 dole → viz obr.~14.100 dole
        pl Rysunek 16.200. Przykład
        pl tab. 12.300 na końcu → tab.~12.300 na końcu
        cs začíná na 0x nebo
        cs vcsa[0-63] jsou
    """,
}

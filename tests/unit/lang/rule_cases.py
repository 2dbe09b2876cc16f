"""What each rule makes of what an office types, by rule and language.

`~` is a no-break space, `^` a fixed thin one, `¬` a soft one. A line without `→` stays as it is, and the rule
reports nothing.
"""

POLISH = {
    "T01": """
        Projekt w Opolu i okolicy → Projekt w~Opolu i~okolicy
        A co z nami? O tym (w tym o pracy) → A~co z~nami? O~tym (w~tym o~pracy)
        powiedział: „W domu” → powiedział: „W~domu”
        a i u o w z domu → a~i~u~o~w~z~domu
        I Ty, U nas, Z Opola → I~Ty, U~nas, Z~Opola
        współpraca ze stroną czeską
        punkt a, punkt w; koniec
    """,
    "T02": """
        dr hab. Jan Nowak → dr~hab.~Jan Nowak
        prof. A. Nowak i mgr inż. Anna Kowalska → prof.~A.~Nowak i~mgr~inż.~Anna Kowalska
        prof. dr hab. inż. J. K. Nowak → prof.~dr~hab.~inż.~J.~K.~Nowak
        A.Nowak oraz prof.Kowalski → A.~Nowak oraz prof.~Kowalski
        ks. Jan Dzierżon i św. Anna → ks.~Jan Dzierżon i~św.~Anna
        dr nauk oraz magister
        plan doktora Nowaka
    """,
    "T03": """
        trasa ma 50 km i prowadzi → trasa ma 50~km i~prowadzi
        25 % i 25% → 25~% i~25%
        19 °C, 5 kg, 2,5 ha, 300 m n.p.m. → 19~°C, 5~kg, 2,5~ha, 300~m n.p.m.
        odcinek 130km → odcinek 130~km
        moc 10 MW. → moc 10~MW.
        19° C → 19~°C
        25% mieszkańców
        km trasy
    """,
    "T04": """
        w 2016 r. oraz w 2016 roku → w~2016~r. oraz w~2016~roku
        20 osób → 20¬osób
        w roku 2016 → w~roku¬2016
        5 tys. osób → 5~tys.¬osób
        podpisano w 2016r. → podpisano w~2016~r.
        latach 2017–2018 → latach¬2017–2018
        rozdział 5 opisuje → rozdział¬5 opisuje
        w 2016 podpisano → w~2016 podpisano
        osób i miejsc → osób i~miejsc
    """,
    "T05": """
        31.01.2004 r. → 31.01.2004~r.
        31 stycznia 2004 r. → 31~stycznia¬2004~r.
        11–12 lipca 2018 r. → 11–12~lipca¬2018~r.
        1 maja → 1~maja
        31.01.2004r. → 31.01.2004~r.
        1.1.2020
        w maju i w lipcu → w~maju i~w~lipcu
        dnia 31.12.2018 → dnia¬31.12.2018
    """,
    "T06": """
        10000 osób → 10^000¬osób
        1234567 i 15000 → 1^234^567 i~15^000
        15 000 zł → 15^000~zł
        15.000 zł oraz 1.234.567 zł → 15^000~zł oraz 1^234^567~zł
        1.550,– → 1^550,–
        12345,67 → 12^345,67
        skala 1:50000 → skala 1:50^000
        20000-30000 → 20^000–30^000
        5000 zł → 5000~zł
        rok 2016 i 9999 → rok¬2016 i~9999
        tel. 775411379 → tel.~775411379
        KRS 0000123456, NIP 7540009977
        nr 12345 → nr~12345
        sygnatura 12345/2018
        współrzędne 50.667 N → współrzędne 50.667~N
        45-018 Opole
    """,
    "T07": """
        w 1. połowie roku → w~1.~połowie roku
        XXI w. i XIX wieku → XXI~w. i~XIX~wieku
        Jan III Sobieski → Jan~III Sobieski
        Jana Pawła II → Jana Pawła~II
        XIX i XX w. → XIX i~XX~w.
        II etap prac → II~etap prac
        INTERREG VA oraz Interreg V-A → INTERREG~VA oraz Interreg~V-A
        3.edycja → 3.~edycja
        Było nas 5. Potem więcej
        Jan III panował → Jan~III panował
    """,
    "T08": """
        § 5 i §5 → §~5 i~§~5
        art. 5 ust. 2 pkt 3 lit. a → art.~5¬ust.~2¬pkt~3¬lit.~a
        nr 5, str. 7, tab. 2 → nr~5, str.~7, tab.~2
        str.7 i art.5 → str.~7 i~art.~5
        poz. 5 i rys. 3 → poz.~5 i~rys.~3
        godz. 8.30 → godz.~8.30
        (zob. rozdz. 3) → (zob.¬rozdz.~3)
        nr projektu oraz § bez liczby
        art. ten i ów → art. ten i~ów
        nr CZ.11.4.120/0.0/0.0/16_021/0001234 → nr~CZ.11.4.120/0.0/0.0/16_021/0001234
    """,
    "T09": """
        tel. 77 541 13 79 → tel.~77~541~13~79
        +48 77 541 13 79 → +48~77~541~13~79
        tel. 601 234 567, faks 77 541 13 80 → tel.~601~234~567, faks~77~541~13~80
        (77) 541 13 79 albo 77 402 72 00 → (77)~541~13~79 albo 77~402~72~00
        +420 585 513 111 → +420~585~513~111
        konto 61 1090 1014 0000 0712 1981 2874 → konto 61~1090~1014~0000~0712~1981~2874
        45-018 Opole
        tel. służbowy
        w 2016 r. 20 osób → w~2016~r. 20¬osób
        tel. (+48) 77 541 13 79 → tel.~(+48)~77~541~13~79
    """,
    "T10": """
        2007-2013 → 2007–2013
        w latach 2017 - 2018 → w~latach¬2017–2018
        11 - 12 lipca → 11–12~lipca
        str. 5-7 i 10-15% → str.~5–7 i~10–15%
        8:00-16:00, 8.00 - 16.00 → 8:00–16:00, 8.00–16.00
        XIX-XX w. → XIX–XX~w.
        poniedziałek - piątek → poniedziałek–piątek
        pon.-pt. 8:00-16:00, wt. - czw. → pon.–pt. 8:00–16:00, wt.–czw.
        Pon.-pt., Śr. - Pt., Poniedziałek-Piątek → Pon.–pt., Śr.–Pt., Poniedziałek–Piątek
        2014–2020
        20 000 - 30 000 zł → 20^000–30^000~zł
        01.09.2017 - 31.12.2018 → 01.09.2017–31.12.2018
        50-100 osób → 50–100¬osób
        2017-18 → 2017–18
        45-018 Opole
        NIP 754-000-99-77
        2018-05-12
        ISBN 978-83-7395-123-4
        Interreg V-A → Interreg~V-A
        wynik 3-1 → wynik 3–1
        CZ.11.4.120/0.0/0.0/16-17/0001234
        w dniach 5-6.06.2018 r. → w~dniach 5–6.06.2018~r.
    """,
    "T11": """
        projekt - współpraca → projekt~– współpraca
        Republika Czeska –Polska → Republika Czeska~– Polska
        Republika Czeska - Polska → Republika Czeska~– Polska
        projekt — współpraca → projekt~– współpraca
        projekt—współpraca → projekt~– współpraca
        rok 2016—początek, Opole—2016 → rok¬2016~– początek, Opole~– 2016
        projekt -- współpraca → projekt~– współpraca
        projekt- współpraca → projekt~– współpraca
        projekt – współpraca → projekt~– współpraca
        - Dzień dobry → – Dzień dobry
        Rok 2016 - przełom → Rok¬2016~– przełom
        trasa Opole-Ołomuniec → trasa Opole–Ołomuniec
        Bielsko-Biała i e-mail → Bielsko-Biała i~e-mail
        mikro- i makroregion → mikro- i~makroregion
        końcówka -owy
        polsko-czeski
    """,
    "T12": """
        "Współpraca" → „Współpraca”
        "projekt "ZIT" w Opolu" → „projekt «ZIT» w~Opolu”
        „projekt „ZIT” w Opolu” → „projekt «ZIT» w~Opolu”
        ,,Współpraca'' oraz “Tekst” → „Współpraca” oraz „Tekst”
        „Współpraca“ → „Współpraca”
        („Tekst") → („Tekst”)
        „Koniec.” I dalej → „Koniec”. I~dalej
        „Koniec.” → „Koniec”.
        „tak,” i nie → „tak”, i~nie
        „Koniec.”. → „Koniec”.
        " spacje " → „spacje”
        Chicago '94 i Kennedy'ego → Chicago ’94 i~Kennedy’ego
        'Tekst' → „Tekst”
        „itd.” i dalej → „itd.” i~dalej
        „Czy to koniec?” I dalej → „Czy to koniec?” I~dalej
        monitor 24" i 27" → monitor 24" i~27"
        „Współpraca «ZIT» w Opolu” → „Współpraca «ZIT» w~Opolu”
        "cytat 'wewnętrzny' dalej" → „cytat «wewnętrzny» dalej”
        "'Pan Tadeusz' i 'Dziady'", rzekł → „«Pan Tadeusz» i~«Dziady»”, rzekł
        „cytat ‘wewnętrzny’ dalej” → „cytat «wewnętrzny» dalej”
        rok '89 i 'słowo' → rok ’89 i~„słowo”
        "lata '90 i '80" → „lata ’90 i~’80”
        '12 prac' oraz '90' → „12¬prac” oraz „90”
        '90 lat 'Wisły' razem' → „90¬lat «Wisły» razem”
        '90 i 'Wisła' → ’90 i~„Wisła”
        5' 30" i 5'30" → 5' 30" i~5'30"
        ma "5' 30"" w nazwie → ma „5' 30"” w~nazwie
        "monitor 24"" → „monitor 24"”
        "projekt "ZIT 24"" → „projekt «ZIT 24»”
    """,
    "T13": """
        tak ... → tak…
        tak... i nie → tak… i~nie
        „...tekst” → „…tekst”
        tak . . . → tak…
        tak …. → tak…
        a, b, ... → a, b, …
        Imię ...............
        a..b
        (…) oraz […]
    """,
    "T14": """
        społeczno - gospodarczego → społeczno-gospodarczego
        informacyjno – promocyjne → informacyjno-promocyjne
        polsko –czeski → polsko-czeski
        polsko- czeska → polsko-czeska
        społeczno–gospodarczy → społeczno-gospodarczy
        kulturalno - oświatowych → kulturalno-oświatowych
        Społeczno - Gospodarczy → Społeczno-Gospodarczy
        społeczno - kulturalno - edukacyjny → społeczno-kulturalno-edukacyjny
        edukacyjno — szkoleniowe → edukacyjno-szkoleniowe
        naukowo - badawczy → naukowo-badawczy
        Kędzierzyn - Koźle → Kędzierzyn-Koźle
        10 - lecie i XIX – wieczny → 10-lecie i~XIX-wieczny
        społeczno-gospodarczy
        polsko- i czeskojęzyczny → polsko- i~czeskojęzyczny
        miasto – gospodarczy środek → miasto~– gospodarczy środek
        e - usługi → e-usługi
        2 - dniowa wizyta → 2-dniowa wizyta
    """,
    "T17": """
        m. in. → m.in.
        t. j. oraz t.zn. → tj.¬oraz tzn.
        i t. d. → itd.
        p. n. e. i n. e. → p.n.e. i~n.e.
        firma sp. z o. o. → firma sp.~z~o.o.
        ul. Krakowska i pl. Wolności → ul.~Krakowska i~pl.~Wolności
        Dz. U. z 2018 r. → Dz.~U. z~2018~r.
        np. tak → np.¬tak
        oraz itd. → oraz¬itd.
        m.in.
        tam in. → tam in.
        ul.Krakowska → ul.~Krakowska
        sp.z o.o. → sp.~z~o.o.
    """,
    "T19": """
        ZIT–u → ZIT-u
        UE–27 → UE-27
        w ZIT—ach → w~ZIT-ach
        ZIT-u i UE-27 → ZIT-u i~UE-27
        ZIT – u nas → ZIT~– u~nas
        ITI
    """,
    "T20": """
        15 000 zł → 15^000~zł
        2,5 mln zł → 2,5~mln~zł
        100 EUR i EUR 100 → 100~EUR i~EUR~100
        500,- zł → 500~zł
        500,-- zł → 500~zł
        Kč 500,- → Kč~500,–
        15zł → 15~zł
        20 groszy → 20~groszy
        złoty środek
        mln i mld → mln i~mld
    """,
    "T25": """
        słowo , słowo ; słowo → słowo, słowo; słowo
        słowo ,słowo → słowo, słowo
        Czy tak ? Tak ! → Czy tak? Tak!
        ( słowo ) → (słowo)
        dwie  spacje   i trzy → dwie spacje i~trzy
        koniec . Dalej → koniec. Dalej
        uwaga : tekst → uwaga: tekst
        współpracy była → współpracy była
        dobrze, tak: 8:30 (to)
        plik .pdf
        słowo :)
        w domu !Dziękujemy → w~domu! Dziękujemy
    """,
    "T26": """
        -25 °C → −25~°C
        temperatura -5°C i (-3) → temperatura −5°C i~(−3)
        –5 °C → −5~°C
        5x więcej, 10x → 5× więcej, 10×
        3x4, 3 x 4 m, 120x80 cm → 3×4, 3~×~4~m, 120×80~cm
        proporcja 1 : 3 → proporcja 1:3
        10 - 5 = 5 → 10~−~5~=~5
        2 + 2 = 4 → 2~+~2~=~4
        1:3 i 8:30 → 1:3 i~8:30
        max i x → max i~x
        0x1F
    """,
}

CZECH = {
    "T01": """
        k obci s lidmi v Praze z domu → k~obci s~lidmi v~Praze z~domu
        o tom u nás i my → o~tom u~nás i~my
        K tomu, V Praze, (v Opavě) → K~tomu, V~Praze, (v~Opavě)
        ty a já → ty a¬já
        A tak, a v Praze → A¬tak, a¬v~Praze
        ke škole ve městě se psem
    """,
    "T02": """
        Ing. J. Novák → Ing.~J.~Novák
        Mgr. et Mgr. Jan Novák → Mgr.~et~Mgr.~Jan Novák
        T. G. M. a T.G.M. → T.~G.~M. a¬T.~G.~M.
        T.G. Masaryk a J.Novák → T.~G.~Masaryk a¬J.~Novák
        doc. PhDr. Jan Novák, CSc. → doc.~PhDr.~Jan Novák,~CSc.
        Ing. Jan Novák Ph.D. → Ing.~Jan Novák,~Ph.D.
        Jan Novák Ph. D. → Jan Novák,~Ph.D.
        prof. Jan Novák CSc. → prof.~Jan Novák,~CSc.
        Ing.Novák → Ing.~Novák
        obor inženýr a doktor → obor inženýr a¬doktor
        E.ON
    """,
    "T03": """
        50 % lidí → 50~% lidí
        10 kg, 19 °C, 5 km. → 10~kg, 19~°C, 5~km.
        19°C → 19~°C
        50% podíl
        5km trasa
        2,5 ha a 300 m → 2,5~ha a¬300~m
        hodně km
    """,
    "T04": """
        500 lidí → 500~lidí
        v roce 2016 → v~roce¬2016
        15 000 obyvatel → 15^000~obyvatel
        letech 2017–2018 → letech¬2017–2018
        5 tis. osob → 5~tis.¬osob
        kapitola 5 popisuje → kapitola¬5 popisuje
        roce 2016 byla → roce¬2016 byla
        celkem 5 a více → celkem 5 a¬více
    """,
    "T05": """
        1.1.2020 → 1.~1.¬2020
        1. 1. 2020 → 1.~1.¬2020
        1. ledna 2020 → 1.~ledna¬2020
        od 1.5. do 31.8. → od 1.~5. do 31.~8.
        dne 5. 7. proběhla → dne¬5.~7. proběhla
        14.5.-17.8.2012 → 14.~5.~– 17.~8.¬2012
        31.12.2018 → 31.~12.¬2018
        01.01.2020
        od 01.05.2018 do 31.12.2018
        kapitola 1.1. Úvod → kapitola¬1.1. Úvod
        sestavení 1.1.2020.5
    """,
    "T06": """
        10000 lidí → 10^000~lidí
        15 000 Kč → 15^000~Kč
        1234567 → 1^234^567
        3,14159265 a 0,12345 → 3,141^592^65 a¬0,123^45
        12345,678 → 12^345,678
        100.000 obyvatel → 100^000~obyvatel
        Kč 1.550,– → Kč~1^550,–
        1:50000 → 1~:~50^000
        v roce 2016 a 9999 → v~roce¬2016 a¬9999
        779 00 Olomouc → 779~00 Olomouc
        77900 Olomouc
        tel. 585513111 → tel.~585513111
        IČO: 00299308
        č. 12345 → č.~12345
        č. j. 12345/2018 → č.~j.~12345/2018
        0,000 125 → 0,000^125
        25.000,- EUR → 25^000~EUR
    """,
    "T07": """
        5. pluk → 5.~pluk
        II. patro a XX. století → II.~patro a¬XX.~století
        Karel IV. → Karel~IV.
        Karel IV. nechal → Karel~IV. nechal
        21.století → 21.~století
        INTERREG VA → INTERREG~VA
        II.etapa → II.~etapa
        Bylo nás 5. Potom víc
        Konec 5. Dále
    """,
    "T08": """
        § 23 a §23 → §~23 a¬§~23
        č. 9, s. 53, obr. 1, tab. 3 → č.~9, s.~53, obr.~1, tab.~3
        odst. 1 písm. a) → odst.~1¬písm.~a)
        zákon č. 128/2000 Sb. → zákon č.~128/2000~Sb.
        č.9 a obr.1 → č.~9 a¬obr.~1
        čl. 5 → čl.~5
        č. účtu
        s námi → s~námi
    """,
    "T09": """
        +420 800 123 987 → +420~800~123~987
        tel. 585 513 111 → tel.~585~513~111
        tel.: +420 585 513 111 → tel.:~+420~585~513~111
        volejte 602 123 456 nebo 585 513 111 → volejte 602~123~456 nebo 585~513~111
        779 00 Olomouc → 779~00 Olomouc
        mobil: 602123456 → mobil:~602123456
        celkem 585 513 111 Kč → celkem 585^513^111~Kč
        telefon ráno
    """,
    "T10": """
        2007-2013 → 2007–2013
        v letech 2017 - 2018 → v~letech¬2017–2018
        s. 53-55 → s.~53–55
        14. 5. - 17. 8. 2012 → 14.~5.~– 17.~8.¬2012
        14.-17. 8. 2012 → 14.–17.~8.¬2012
        14. - 17. května → 14.–17.~května
        8:00-16:00 → 8:00–16:00
        pondělí - pátek, po-pá → pondělí–pátek, po–pá
        Po-Pá, Po - Pá, Pondělí-pátek → Po–Pá, Po–Pá, Pondělí–pátek
        XIX.-XX. století → XIX.–XX.~století
        1.-3. ročník → 1.–3.~ročník
        10-15 % → 10–15~%
        2014–2020
        je-li, není-li
        skóre 3-1 → skóre 3–1
        2018-05-12
        účet 19-2000145399/0800
        1. 10. - 2. 10. 2018 → 1.~10.~– 2.~10.¬2018
        5-6.6.2018 → 5–6.~6.¬2018
    """,
    "T11": """
        projekt - spolupráce → projekt~– spolupráce
        Česká republika - Polsko → Česká republika~– Polsko
        Česká republika –Polsko → Česká republika~– Polsko
        projekt—spolupráce → projekt~– spolupráce
        rok 2016—začátek → rok¬2016~– začátek
        Praha - Brno → Praha–Brno
        Praha – Brno → Praha–Brno
        Praha-Brno → Praha–Brno
        trasa Vidnava - Nysa → trasa Vidnava–Nysa
        Česká republika-Polsko → Česká republika~– Polsko
        Praha–Brno
        Frýdek-Místek a e-mail → Frýdek-Místek a¬e-mail
        mikro- a makroregion → mikro- a¬makroregion
        Dolní Morava – Polsko → Dolní Morava~– Polsko
        Praha-Ruzyně
        přípona -ový
        Polsko - Česko → Polsko–Česko
        ČR - PL → ČR~– PL
    """,
    "T12": """
        "Dohoda" → „Dohoda“
        "citát "vnitřní" text" → „citát ‚vnitřní‘ text“
        „citát „vnitřní“ text“ → „citát ‚vnitřní‘ text“
        „Dohoda” → „Dohoda“
        “Dohoda” a ,,text“ → „Dohoda“ a¬„text“
        „citát 'vnitřní' text“ → „citát ‚vnitřní‘ text“
        'slovo' → ‚slovo‘
        „Přijdu.“ Řekl to → „Přijdu.“ Řekl to
        rock'n'roll → rock’n’roll
        „Dohoda ‚o spolupráci‘ měst“ → „Dohoda ‚o~spolupráci‘ měst“
        obrazovka 24"
        "citát 'vnitřní'" → „citát ‚vnitřní‘“
        léta '90 a 'slovo' → léta ’90 a¬‚slovo‘
        běh 5' 30" a 5'30" → běh 5' 30" a¬5'30"
    """,
    "T13": """
        tak ... → tak…
        tak... a ne → tak… a¬ne
        „...text“ → „…text“
        tak . . . → tak…
        a, b, ... → a, b, …
        Jméno ...............
        (…)
    """,
    "T14": """
        česko - polský → česko-polský
        česko–polský → česko-polský
        společensko – kulturní → společensko-kulturní
        sociálně - ekonomický → sociálně-ekonomický
        polsko -českého → polsko-českého
        kulturně - historických → kulturně-historických
        Moravsko - slezský → Moravsko-slezský
        Frýdek - Místek → Frýdek-Místek
        česko-polský
        česko- a polskojazyčný → česko- a¬polskojazyčný
        sociálně – a to zcela → sociálně~– a¬to zcela
        je-li
        e - learning → e-learning
        česko - polsko - slovenský → česko-polsko-slovenský
    """,
    "T17": """
        a.s. i s.r.o. → a.~s. i~s.~r.~o.
        Firma, a.s., je → Firma, a.~s., je
        spol. s r.o. → spol.~s~r.~o.
        př.n.l. i př. n. l. → př.~n.~l. i~př.~n.~l.
        500 m n.m. → 500~m~n.~m.
        o.p.s., z.s., k.ú. → o.~p.~s., z.~s., k.~ú.
        Ústav, v.v.i., a v. v. i. → Ústav, v.~v.~i., a¬v.~v.~i.
        t.j. to a t. d. → tj.¬to¬atd.
        nám. Míru i ul. Krátká → nám.~Míru i~ul.~Krátká
        např. tak → např.¬tak
        věc atd. → věc¬atd.
        www.as.cz
        bas. a hra. o → bas. a¬hra. o
        nám.Míru → nám.~Míru
        č.ú. a sp.zn. → č.~ú. a¬sp.~zn.
    """,
    "T19": """
        EU–27 → EU-27
        ZIT–u → ZIT-u
        EU-27 a ITI → EU-27 a¬ITI
        ITI – to je → ITI~– to je
    """,
    "T20": """
        100 Kč → 100~Kč
        500,- Kč → 500~Kč
        500,-Kč → 500~Kč
        500,– Kč → 500~Kč
        500,-- Kč → 500~Kč
        Kč 500,- → Kč~500,–
        2,5 mil. Kč → 2,5~mil.~Kč
        100 EUR → 100~EUR
        Kč 500,– → Kč~500,–
        1 500 Kč → 1^500~Kč
        pár korun
        500Kč bankovka
    """,
    "T25": """
        slovo , slovo ; slovo → slovo, slovo; slovo
        slovo ,slovo → slovo, slovo
        Ano ? Ne ! → Ano? Ne!
        ( slovo ) → (slovo)
        dvě  mezery → dvě mezery
        konec . Dále → konec. Dále
        aglomerace~byla~zahájena v roce → aglomerace byla zahájena v~roce
        Byla zahájena.~Skončila později.~Dnes trvá. → Byla zahájena. Skončila později. Dnes trvá.
        měřítko 1 : 3 → měřítko 1~:~3
        tak: 8:30 (to)
    """,
    "T26": """
        -25 °C → −25~°C
        –25 °C → −25~°C
        10x, 10x větší → 10×, 10× větší
        5 x denně → 5× denně
        3 x 4 m → 3~×~4~m
        1:50 000 → 1~:~50^000
        1 : 50 000 → 1~:~50^000
        poměr 1:3 → poměr 1~:~3
        (-5 °C) → (−5~°C)
        3:1 a 8:30 → 3:1 a¬8:30
        max. a x → max. a¬x
    """,
}

HEADINGS = {
    "pl": """
        Historia współpracy. → Historia współpracy
        „Współpraca.” → „Współpraca”
        W 2016 r. → W~2016~r.
        Co dalej?
        Początki współpracy itd. → Początki współpracy¬itd.
        Jak to było… → Jak to było…
        Lata 2017-2018. → Lata¬2017–2018
        Rozwój na lata → Rozwój na~lata
        Dla kogo i po co. → Dla~kogo i~po~co
        Zbyt daleko, ale blisko → Zbyt daleko, ale~blisko
        Przed wojną nie było → Przed wojną nie było
    """,
    "cs": """
        Historie spolupráce. → Historie spolupráce
        Firma, a.s. → Firma, a.~s.
        Karel IV. → Karel~IV.
        Strategie rozvoje na období → Strategie rozvoje na~období
        Ze vsi do města. → Ze~vsi do~města
        Ticho před bouří je krátké → Ticho před bouří je krátké
        Od 1. 5. do 31. 8. → Od~1.~5. do~31.~8.
        Co dál?
        Rok 2016. → Rok¬2016
        Spolupráce atd. → Spolupráce¬atd.
    """,
}

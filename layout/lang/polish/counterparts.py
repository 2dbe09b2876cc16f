"""What tells that a Polish passage says the same as one in another language."""

from __future__ import annotations

from layout.lang.language import Counterparts

COUNTERPARTS = Counterparts(
    months=(
        "stycz(?:eń|ni(?:a|u|em))",
        "lut(?:y|ego|emu|ym)",
        "mar(?:zec|c(?:a|u|em))",
        "kwie(?:cień|tni(?:a|u|em))",
        "maj(?:a|u|em)?",
        "czerw(?:iec|c(?:a|u|em))",
        "lip(?:iec|c(?:a|u|em))",
        "sierp(?:ień|ni(?:a|u|em))",
        "wrze(?:sień|śni(?:a|u|em))",
        "październik(?:a|u|iem)?",
        "listopad(?:a|u|zie|em)?",
        "grud(?:zień|ni(?:a|u|em))",
    ),
    numerals={
        0: "zer",
        1: "jed(?:en|n)|pierwsz",
        2: "dw(?:a|ie|u|óch|óm|om|oje|ojg|ukrotn)|dwu|drug|ob(?:a|ie|oj|ydw)|par[aęy]|podwój|połow",
        3: "trz(?:y|ech|em)|trzec|troj|trój|trzy",
        4: "czter|czwart|czwor",
        5: "pię[ćc]|piąt|pięci",
        6: "sze[śs][ćc]|szóst",
        7: "siedem|siedmi|siódm",
        8: "osiem|ośmi|ósm",
        9: "dziewię|dziewiąt",
        10: "dziesię|dziesiąt|dekad",
        11: "jedenast",
        12: "dwunast|dwanaś|tuzin",
        13: "trzynast|trzynaś",
        14: "czternast|czternaś",
        15: "piętnast|piętnaś|kwadrans",
        16: "szesnast|szesnaś",
        17: "siedemnast|siedemnaś",
        18: "osiemnast|osiemnaś",
        19: "dziewiętnast|dziewiętnaś",
        20: "dwudziest|dwadzieś",
        30: "trzydzie|pół godz",
        40: "czterdzie",
        50: "pięćdzie|połow",
        60: "sześćdzie",
        70: "siedemdzie",
        80: "osiemdzie",
        90: "dziewięćdzie",
        100: "st(?:o|u|a)\\b|setn|stuleci|wiek",
        1000: "tysi",
        1000000: "milion",
        1000000000: "miliard",
    },
    halves=r"\bpół\w*|połow\w+",
    magnitudes={
        1000: r"tys\.?|tysi[ąę]c\w*",
        1000000: r"mln|milion\w*",
        1000000000: r"mld|miliard\w*",
    },
    currencies={"PLN": r"zł|złot\w+|PLN", "CZK": r"koron\w*", "EUR": r"euro\w*", "USD": r"dolar\w*"},
    given_names=(
        "Adam Agata Agnieszka Aleksander Aleksandra Alicja Andrzej Anna Anita Arkadiusz Artur Barbara "
        "Bartosz Beata Bogdan Bogusław Bożena Cezary Czesław Damian Danuta Dariusz Dawid Dominik Dorota "
        "Edward Elżbieta Emilia Eryk Ewa Filip Franciszek Grażyna Grzegorz Halina Hanna Helena Henryk "
        "Hubert Ireneusz Irena Iwona Izabela Jacek Jadwiga Jakub Jan Janina Janusz Jarosław Jerzy Joanna "
        "Jolanta Józef Julia Justyna Kamil Karolina Katarzyna Kazimierz Kinga Konrad Krystyna Krzysztof "
        "Leszek Lidia Lucyna Łukasz Maciej Magdalena Małgorzata Marcin Marek Maria Mariola Mariusz Marta "
        "Marzena Mateusz Michał Mieczysław Mirosław Monika Natalia Norbert Olga Oskar Patryk Paulina "
        "Paweł Piotr Przemysław Rafał Renata Robert Roman Ryszard Sebastian Sławomir Stanisław Stefan "
        "Sylwia Szymon Tadeusz Teresa Tomasz Urszula Wacław Waldemar Wanda Wiesław Wiktor Wiktoria Witold "
        "Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zofia Zuzanna Zygmunt"
    ),
    surname_endings=(
        "(?<=[sc]k)(?:i|iego|iemu|im|ich|imi|a|iej|ą)|ach|ami|owie|owi|ów|iem|em|"
        "om|iej|ej|iego|ego|iemu|emu|im|ie|ą|ę|a|e|i|o|u|y"
    ),
    own_groups="w|[sc]z|[^b]rz|^rz|ia|ię",
    epithets=r"Nepomu\w+|Wielk\w+|Święt\w+|Pobożn\w+|Śmiał\w+|Biał\w+|Czeski\w*",
    places={
        "opole": "Opol(?:e|a|u|em)",
        "olomouc": "Ołomu(?:niec|ńc\\w*)",
        "praha": "Pra(?:ga|gi|dze|gę|gą)",
        "warszawa": "Warszaw\\w*",
        "wroclaw": "Wrocław\\w*",
        "krakow": "Krak(?:ów|ow\\w*)",
        "ostrava": "Ostraw\\w*",
        "brno": "Brn(?:o|a|u|em|ie)",
        "katowice": "Katowic\\w*",
        "nysa": "Nys[aęyą]|Nysie",
        "raciborz": "Racib(?:órz|orz\\w*)",
        "cieszyn": "Cieszyn\\w*",
        "klodzko": "Kłodzk(?:o|a|u|iem)",
        "glubczyce": "Głubczyc\\w*",
        "prudnik": "Prudnik\\w*",
        "jesenik": "Jesenik\\w*",
        "opava": "Opaw[aęyą]|Opawie",
        "krnov": "Krnow\\w*",
        "bruntal": "Bruntal\\w*",
        "zlin": "Zlin\\w*",
        "pardubice": "Pardubic\\w*",
        "liberec": "Liber(?:ec|ca|cu|cem)",
        "gliwice": "Gliwic\\w*",
        "poland": "Polsk(?:a|i|ę|ą|o)|Polsce",
        "czechia": "Cze(?:chy|chach|chami|ch|ska|skiej|ską)|Republik\\w* Czesk\\w*",
        "germany": "Niem(?:cy|czech|ców|iec|com|cami)",
        "slovakia": "Słowacj\\w*",
        "austria": "Austri\\w*",
        "odra": "Odr[aęyą]|Odrze",
        "morava": "Moraw[aęyą]?|Morawach|Morawie",
        "vistula": "Wis(?:ła|łę|łą|ły|le)",
        "elbe": "Łab(?:a|ę|ą|y|ie)",
    },
)

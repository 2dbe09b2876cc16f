"""What tells that a Czech passage says the same as one in another language."""

from __future__ import annotations

from layout.lang.language import Counterparts

COUNTERPARTS = Counterparts(
    months=(
        "led(?:en|n(?:a|u|em))",
        "únor(?:a|u|em)?",
        "břez(?:en|n(?:a|u|em))",
        "dub(?:en|n(?:a|u|em))",
        "květ(?:en|n(?:a|u|em))",
        "červ(?:en|n(?:a|u|em))",
        "červen(?:ec|c(?:e|i|em))",
        "srp(?:en|n(?:a|u|em))",
        "září(?:m)?",
        "říj(?:en|n(?:a|u|em))",
        "listopad(?:u|em)?",
        "prosin(?:ec|c(?:e|i|em))",
    ),
    numerals={
        0: "nul",
        1: "jed(?:en|n)|prv(?:n|é)",
        2: "dv(?:a|ě|ou|ěma|oj|akrát)|dvou|druh|ob(?:a|ě|ou|oj)|pár|polov",
        3: "tři|třem|tří|třet|troj|třemi",
        4: "čtyř|čtvr[tť]|čtver",
        5: "pět|pát|pěti",
        6: "šest",
        7: "sedm",
        8: "osm",
        9: "dev(?:ět|íti|át)",
        10: "des(?:et|ít|át)|dekád",
        11: "jedenáct",
        12: "dvanáct|tuct",
        13: "třináct",
        14: "čtrnáct",
        15: "patnáct|čtvrthodin",
        16: "šestnáct",
        17: "sedmnáct",
        18: "osmnáct",
        19: "devatenáct",
        20: "dvac",
        30: "třic|půlhodin|půl hodin",
        40: "čtyřic",
        50: "padesát|polov",
        60: "šedesát",
        70: "sedmdesát",
        80: "osmdesát",
        90: "devadesát",
        100: "st(?:o|a|u|ovk)\\b|set\\b|stý|stalet|stolet",
        1000: "tisíc",
        1000000: "mili[oó]n",
        1000000000: "miliard",
    },
    halves=r"\bpůl\w*|\w+apůl|\bpolov\w+",
    magnitudes={
        1000: r"tis\.?|tisíc\w*",
        1000000: r"mil\.?|mili[oó]n\w*",
        1000000000: r"mld\.?|miliard\w*",
    },
    currencies={"PLN": r"zlot\w+", "CZK": r"Kč|koru\w*|CZK", "EUR": r"eur[aoůy]?", "USD": r"dolar\w*"},
    given_names=(
        "Adam Adéla Alena Aleš Alois Anna Andrea Antonín Barbora Blanka Bohumil Bohumír Bohuslav Božena "
        "Dagmar Dana Daniel Daniela David Denisa Dominik Eliška Emil Eva Filip František Gabriela Hana "
        "Helena Ivan Ivana Iveta Jakub Jan Jana Jarmila Jaromír Jaroslav Jaroslava Jindřich Jiří Jiřina "
        "Jitka Josef Kamil Kamila Karel Karolína Kateřina Klára Kristýna Květa Ladislav Lenka Leoš Libor "
        "Libuše Lubomír Luboš Lucie Ludmila Lukáš Marcela Marek Marie Markéta Marta Martin Martina Matěj "
        "Michael Michaela Michal Milada Milan Milena Miloš Miloslav Miroslav Miroslava Monika Naděžda "
        "Natálie Nikola Olga Oldřich Ondřej Otakar Patrik Pavel Pavla Pavlína Petr Petra Radek Radim "
        "Radka Radovan Renata René Richard Robert Roman Romana Rostislav Rudolf Růžena Simona Stanislav "
        "Šárka Štefan Štěpán Štěpánka Tereza Tomáš Václav Vendula Věra Veronika Viktor Vilém Vít "
        "Vítězslav Vladimír Vladislav Vlasta Vojtěch Zdeněk Zdeňka Zbyněk Zuzana Žaneta"
    ),
    surname_endings=("ov(?:á|é|ou)|ovi|ové|ům|em|ech|ách|ým|ého|ému|ou|ů|ě|á|é|í|ý|a|e|i|o|u|y"),
    own_groups="v|ou$|ost$",
    epithets=r"Nepomu\w+|Velik\w+|Svat\w+|Pobožn\w+|Směl\w+|Bíl\w+|Česk\w+",
    places={
        "opole": "Opol(?:e|í|i|em|ím)",
        "olomouc": "Olomouc\\w*",
        "praha": "Pra(?:ha|hy|ze|hu|hou)",
        "warszawa": "Varšav\\w*",
        "wroclaw": "Vratislav\\w*|Wroc[lł]aw\\w*",
        "krakow": "Krakov\\w*",
        "ostrava": "Ostrav\\w*",
        "brno": "Brn(?:o|a|u|em|ě)",
        "katowice": "Katovic\\w*|Katowic\\w*",
        "nysa": "Nis[aouy]|Nise|Nys[aouy]|Nyse",
        "raciborz": "Ratiboř\\w*|Racib[oó]rz\\w*",
        "cieszyn": "Těší(?:n|n\\w*)|Cieszyn\\w*",
        "klodzko": "Kladsk(?:o|a|u|em)",
        "glubczyce": "Hlubčic\\w*|Głubczyc\\w*",
        "prudnik": "Prudnik\\w*|Prudník\\w*",
        "jesenik": "Jeseník\\w*",
        "opava": "Opav[aouy]|Opavě",
        "krnov": "Krnov\\w*",
        "bruntal": "Bruntál\\w*",
        "zlin": "Zlín\\w*",
        "pardubice": "Pardubic\\w*",
        "liberec": "Liber(?:ec|ce|ci|cem)",
        "gliwice": "Glivic\\w*|Gliwic\\w*",
        "poland": "Polsk(?:o|a|u|em)|Polské republi\\w*|Polská republika",
        "czechia": "Česk(?:o|a|u|em)|Čech(?:y|ách|ami|ům)?|Česk(?:á|é|ou) republi\\w*",
        "germany": "Německ\\w*",
        "slovakia": "Slovensk\\w*",
        "austria": "Rakousk\\w*",
        "odra": "Odr[aouy]|Odře",
        "morava": "Morav[aouy]|Moravě",
        "vistula": "Visl[aouy]|Visle",
        "elbe": "Lab(?:e|i|em)",
    },
)

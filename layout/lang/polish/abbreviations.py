"""How Polish writes abbreviations: closed, spaced, with or without their stops."""

from __future__ import annotations

from layout.lang.language import Abbreviations

ABBREVIATIONS = Abbreviations(
    keep_stop=(
        "r. rr. w. ww. itd. itp. etc. m.in. n.e. p.n.e. o.o. S.A. zł. prof. dr. mgr. inż. tys. godz. min. "
        "szt. os. egz. ul. al. pl. św. np. tj. tzn. tzw. Dz.U. U. p.o. n.p.m. hab. red. oprac. cz. zob. por. "
        "cd. cdn. nn. poz. art. ust. nr. lok. woj. pow. gm. rej. pn. pd. wsch. zach. im."
    ),
    glued="Dz. U.|n. med.|n. hum.|n. techn.|n. ekon.|n. o zdr.|sp. z o.o.|Sp. z o.o.",
    closed={
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
    },
)

"""How Czech writes abbreviations: closed, spaced, with or without their stops."""

from __future__ import annotations

from layout.lang.language import Abbreviations

ABBREVIATIONS = Abbreviations(
    initials_apart=True,
    persons="T.G.M. K.H.B. K.H.M. F.X.Š. A.G.M.",
    open_degrees="Ph Th",
    degrees_after_comma="Ph.D. PhD. CSc. DrSc. DSc. Th.D. DiS. MBA LL.M. MPA",
    keep_stop=(
        "a. s. a.s. r. o. r.o. s.r.o. o. p. s. v. i. v.v.i. n. l. atd. apod. aj. ad. tj. např. mil. mld. "
        "tis. hod. min. str. ul. nám. sv. stol. st. Sb. Ph.D. CSc. DrSc. DiS. Th.D. LL.M. ing. prof. "
        "doc. č. "
        "p. j. tzv. k. ú. kol. red. obr. tab. kap. odst. čl."
    ),
    spaced=(
        "spol. s r. o.|s. r. o.|a. s.|v. o. s.|v. v. i.|o. p. s.|k. s.|z. s.|z. ú.|s. p.|p. o.|př. n. l.|"
        "n. l.|př. Kr.|po Kr.|m n. m.|n. m.|č. j.|č. p.|č. ú.|p. č.|st. p. č.|p. p. č.|č. ev.|sp. zn.|"
        "k. ú.|t. r.|t. m.|t. č.|m. j.|"
        "v. r.|v. z.|n. p.|n. o.|p. a.|r. č.|p. b.|j. č.|m. č.|d. o.|s. d.|j. n.|o. s.|c. k.|dr. h. c."
    ),
    closed={
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
    },
)

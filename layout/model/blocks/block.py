"""Every kind of block in one union, by which the stages say what they take."""

from __future__ import annotations

from typing import Union

from layout.model.blocks.displays import Facts, Timeline
from layout.model.blocks.glossary import Glossary
from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.blocks.index import Index
from layout.model.blocks.maps import Map
from layout.model.blocks.notes import Notes
from layout.model.blocks.people import Participants
from layout.model.blocks.pictures import Figure, QrCode
from layout.model.blocks.practical import Practical
from layout.model.blocks.programme import Programme
from layout.model.blocks.reference import Contacts, Imprint, Publicity
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.blocks.tables import Table

Block = Union[
    Heading,
    Text,
    ItemList,
    Quote,
    Figure,
    Facts,
    Timeline,
    Table,
    Contacts,
    Imprint,
    QrCode,
    Contents,
    Publicity,
    PageBreak,
    Programme,
    Participants,
    Glossary,
    Practical,
    Notes,
    Map,
    Index,
]

"""What lies on the desks of the demo: a draft, a page that was sent back, and pages that wait for approval.

So many days ago something was last done to it. Reading as in `beesd/agenda.py`.
"""

from typing import NamedTuple

from demo.inhoud.vorm import Gegevens


class Werk(NamedTuple):
    """One agenda-item that isn't public yet. With a remark it was sent back; submitted or not otherwise."""

    kern: str
    redacteur: str
    dagen_geleden: int
    gegevens: Gegevens
    ingediend: bool = True
    opmerking: str = ""


BUREAU = [
    Werk(
        "heukelum",
        "redactie-heukelum",
        9,
        {
            "slug": "winterwandeling-langs-de-linge",
            "title": "Winterwandeling langs de Linge",
            "dag": ("zo", 5),
            "tijd": ("11:00", "13:00"),
            "locatie": "De Krakeling",
            "samenvatting": "We lopen een rondje van vijf kilometer. Na afloop is er soep.",
            "themas": ["Sport, cultuur en recreatie"],
        },
    ),
    Werk(
        "beesd",
        "redactie-beesd",
        4,
        {
            "slug": "nieuwjaarsinloop",
            "title": "Nieuwjaarsinloop",
            "dag": ("za", 7),
            "tijd": ("16:00", "18:00"),
            "locatie": "Klokhuis",
            "samenvatting": "Proost met je dorpsgenoten op het nieuwe jaar. Iedereen is welkom.",
            "themas": ["Communicatie"],
        },
    ),
    Werk(
        "heukelum",
        "redactie-heukelum",
        0,
        {
            "slug": "spelletjesmiddag",
            "title": "Spelletjesmiddag",
            "dag": ("wo", 3),
            "tijd": ("14:00", "16:30"),
            "locatie": "De Krakeling",
            "samenvatting": "Kom kaarten, sjoelen of dammen. Er is koffie en limonade.",
            "themas": ["Sport, cultuur en recreatie"],
        },
    ),
    Werk(
        "beesd",
        "redactie-beesd",
        2,
        {
            "slug": "snoeien-in-de-boomgaard",
            "title": "Snoeien in de boomgaard",
            "dag": ("za", 4),
            "tijd": ("09:30", None),
            "locatie": "Boomgaard",
            "samenvatting": "Help mee met snoeien. Neem een zaag of een ladder mee als je die hebt.",
            "themas": ["Openbare ruimte en groen"],
        },
        opmerking="Leuk! Zet je erbij welke boomgaard het is, en hoe laat het klaar is?",
    ),
    Werk(
        "beesd",
        "redactie-beesd",
        1,
        {
            "slug": "lampionnenoptocht",
            "title": "Lampionnenoptocht",
            "dag": ("vr", 6),
            "tijd": ("18:00", "19:00"),
            "locatie": "Voor de school",
            "themas": ["Sport, cultuur en recreatie"],
        },
        ingediend=False,
    ),
]

"""What residents of the demo ask about its projects, by the slug of the project. Days are counted from today."""

from typing import NamedTuple


class Vraag(NamedTuple):
    naam: str
    tekst: str
    geleden: int
    # Empty: it still waits.
    antwoord: str = ""


VRAGEN: dict[str, list[Vraag]] = {
    "een-plein-om-te-blijven": [
        Vraag("Gerda Vos", "Blijven er ook plekken om de auto neer te zetten? Ik loop niet zo best.", geleden=2),
        Vraag("Tom de Haan", "Wanneer beginnen jullie?", geleden=9, antwoord="In het voorjaar. De planning komt op de pagina te staan."),
    ],
}  # fmt: skip

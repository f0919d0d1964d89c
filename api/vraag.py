"""What may be asked: the query parameters, with strict types and every error at once."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, Self
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    model_validator,
)  # fmt: skip
from pydantic.alias_generators import to_camel

from api.fouten import NAMEN, SLUG, Fout, OngeldigeVraag, reden

# Nothing was ever here before this, and nobody plans beyond that: dates outside count as these.
EERSTE_DAG, LAATSTE_DAG = date(1900, 1, 1), date(2999, 12, 31)
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def _dag(waarde: object) -> date:
    if not isinstance(waarde, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", waarde, re.ASCII):
        raise ValueError("Schrijf een datum als 2027-03-28.")
    try:
        dag = date.fromisoformat(waarde)
    except ValueError:
        raise ValueError("Deze dag bestaat niet.") from None
    return min(max(dag, EERSTE_DAG), LAATSTE_DAG)


def _moment(waarde: object) -> datetime:
    # A plus sign that wasn't written as %2B arrives as a space.
    tekst = waarde.replace(" ", "+") if isinstance(waarde, str) else ""
    if not MOMENT.fullmatch(tekst):
        raise ValueError("Schrijf een moment met tijdzone, als 2027-03-28T12:00:00Z.")
    try:
        moment = datetime.fromisoformat(tekst.upper())
    except ValueError:
        raise ValueError("Dit moment bestaat niet.") from None
    vroegste = datetime(EERSTE_DAG.year, 1, 2, tzinfo=UTC)
    laatste = datetime(LAATSTE_DAG.year, 12, 30, tzinfo=UTC)
    return min(max(moment, vroegste), laatste)


def _getal(waarde: object) -> object:
    if not isinstance(waarde, str) or not re.fullmatch(r"-?\d{1,4000}", waarde, re.ASCII):
        raise ValueError("Schrijf een heel getal.")
    return int(waarde)


def _ja_of_nee(waarde: object) -> bool:
    if waarde not in ("true", "false"):
        raise ValueError("Schrijf true of false.")
    return waarde == "true"


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=255)]
Dag = Annotated[date, BeforeValidator(_dag), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Positief = Annotated[
    int, BeforeValidator(_getal), Field(ge=1), WithJsonSchema({"type": "integer", "minimum": 1})
]
NulOfMeer = Annotated[
    int,
    BeforeValidator(_getal),
    Field(ge=0, le=2**63 - 1),
    WithJsonSchema({"type": "integer", "format": "int64", "minimum": 0}),
]
Grootte = Annotated[
    int,
    BeforeValidator(_getal),
    Field(ge=1, le=100),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 100}),
]
Jaar = Annotated[
    int,
    BeforeValidator(_getal),
    Field(ge=EERSTE_DAG.year, le=LAATSTE_DAG.year),
    WithJsonSchema({"type": "integer", "minimum": EERSTE_DAG.year, "maximum": LAATSTE_DAG.year}),
]
JaOfNee = Annotated[bool, BeforeValidator(_ja_of_nee)]
Taal = Literal[tuple(code for code, _ in settings.LANGUAGES)]  # ty: ignore[invalid-type-form]


class Vraag(BaseModel):
    """The parameters of one operation. What isn't declared, or stands there twice, is an error."""

    model_config = ConfigDict(alias_generator=to_camel, frozen=True)

    taal: Taal = Field(
        settings.LANGUAGE_CODE,
        description="De taal van het antwoord. Is iets niet vertaald, dan komt het in het Nederlands; `taal` in het resultaat zegt welke het is.",
    )

    velden: str | None = Field(
        None,
        pattern=NAMEN,
        description="Alleen deze velden van elk resultaat, met een komma ertussen. De rest ontbreekt dan in het antwoord.",
        examples=["titel,url"],
    )

    @property
    def leestaal(self) -> str:
        """The language to answer in."""
        return self.taal

    @model_validator(mode="wrap")
    @classmethod
    def alle_fouten_samen(
        cls, data: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Self:
        fouten = _fouten_in_de_vorm(info.context["request"], cls)  # ty: ignore[not-subscriptable]
        try:
            vraag = handler(data)
        except ValidationError as fout:
            gemeld = {f["parameter"] for f in fouten}
            vraag = None
            fouten += [
                {"parameter": str(f["loc"][0]), "reden": reden(f)}
                for f in fout.errors()
                if f["loc"][0] not in gemeld
            ]
        if vraag is None or fouten:
            raise OngeldigeVraag(fouten)
        return vraag


class LijstVraag(Vraag):
    pagina: Positief = Field(1, description="De hoeveelste pagina van de lijst, vanaf 1.")
    pagina_grootte: Grootte = Field(20, description="Hoeveel resultaten op een pagina.")


def _fouten_in_de_vorm(request: HttpRequest, vraag: type[BaseModel]) -> list[Fout]:
    """Bytes that are no text, and parameters that are unknown or there more than once."""
    bekend = {veld.alias for veld in vraag.model_fields.values()}
    geen_tekst = _geen_utf8(request)
    fouten = [{"parameter": naam, "reden": "Hier staan bytes in die geen UTF-8 zijn."} for naam in geen_tekst]
    fouten += [
        {"parameter": naam, "reden": "Deze parameter bestaat hier niet."}
        for naam in request.GET
        if naam not in bekend and naam not in geen_tekst
    ]
    fouten += [
        {"parameter": naam, "reden": "Geef deze parameter maar één keer."}
        for naam, waarden in request.GET.lists()
        if naam in bekend and naam not in geen_tekst and len(waarden) > 1
    ]
    return fouten


def _geen_utf8(request: HttpRequest) -> list[str]:
    """The parameters whose name or value isn't UTF-8, with a � for what can't be read."""
    gevonden = {}
    # WSGI hands over bytes as Latin-1, whatever they are.
    for deel in request.META.get("QUERY_STRING", "").encode("latin-1").split(b"&"):
        rauw = unquote_to_bytes(deel.replace(b"+", b" "))
        try:
            rauw.decode()
        except UnicodeDecodeError:
            gevonden[rauw.partition(b"=")[0].decode(errors="replace")] = True
    return list(gevonden)

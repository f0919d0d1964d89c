from api.schemas.basis import Lijst, Resultaat, veld


class Stelsel(Resultaat):
    """Een coördinatenstelsel waarin plekken te krijgen zijn."""

    naam: str = veld("De korte naam.", "CRS84")
    uri: str = veld(
        "Het kenmerk, voor `crs` en `Accept-Crs`.", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    )
    assen: list[str] = veld("De assen, in de volgorde van de getallen.", ["lengtegraad", "breedtegraad"])


class Stelsels(Lijst):
    """De coördinatenstelsels."""

    resultaten: list[Stelsel] = veld("De stelsels.")

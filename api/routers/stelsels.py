"""The coordinate reference systems that points can be had in."""

from django.http import Http404, HttpRequest
from ninja import Query

from api.crs import CRS84
from api.lijst import GEEN_PAGINA, rondom
from api.router import maak_router
from api.schemas import stelsels as s
from api.vraag import LijstVraag
from core.talen.taal import BRONTAAL

router = maak_router("Kernen")


@router.get(
    "",
    response=s.Stelsels,
    operation_id="crss",
    summary="De coördinatenstelsels",
    description="Waarin plekken te krijgen zijn. Het is er één: CRS84, dat ook GeoJSON gebruikt.",
)
def lijst(request: HttpRequest, vraag: Query[LijstVraag]) -> s.Stelsels:
    if vraag.pagina > 1:
        raise Http404(GEEN_PAGINA)
    stelsel = s.Stelsel(taal=BRONTAAL, naam="CRS84", uri=CRS84, assen=["lengtegraad", "breedtegraad"])
    return s.Stelsels(**rondom(request, vraag, 1), resultaten=[stelsel])

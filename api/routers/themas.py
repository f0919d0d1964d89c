"""The fixed themes."""

from django.http import HttpRequest
from ninja import Query

from api.aantallen import GEEN, per_thema
from api.lezing import Lezing, thema
from api.lijst import als_lijst
from api.router import maak_router
from api.schemas import themas as s
from api.vraag import LijstVraag
from core.models import Thema

router = maak_router("Thema's")


@router.get(
    "",
    response=s.Themas,
    operation_id="themas",
    summary="De thema's",
    description="De vaste thema's, met hoeveel er bij elk is.",
)
def lijst(request: HttpRequest, vraag: Query[LijstVraag]) -> s.Themas:
    lezing = Lezing.van(request, vraag.taal)

    def bouw(deel: list[Thema]) -> list[s.Thema]:
        aantallen = per_thema(lezing)
        rijen = [(t.slug, thema({"slug": t.slug, "naam": t.name}).naam) for t in deel]
        return [
            s.Thema(taal=lezing.taal, slug=slug, naam=naam, aantallen=aantallen.get(slug, GEEN))
            for slug, naam in rijen
        ]

    return als_lijst(request, vraag, s.Themas, Thema.objects.order_by("volgorde", "name", "pk"), bouw)

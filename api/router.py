"""What holds for every resource: how its answers are kept, in which language they are, and how names are written."""

from ninja import Router

from api.crs import in_crs84
from api.lezing import in_taal_van_de_vraag
from api.uitsnede import uitgesneden
from api.velden import alleen_velden
from api.versie import VERSIE
from core.voorwaardelijk import CACHE_CONTROL, met_etag


def maak_router(
    onderwerp: str, *varieert: str, met_crs: bool = False, cache_control: str = CACHE_CONTROL
) -> Router:
    """A router for this subject; `varieert` are the headers of a request that its answers differ by."""
    router = Router(tags=[onderwerp], by_alias=True)
    if met_crs:
        router.add_decorator(in_crs84, mode="view")
    router.add_decorator(met_etag(*varieert, vorm=VERSIE, cache_control=cache_control), mode="view")
    router.add_decorator(uitgesneden, mode="operation")
    router.add_decorator(alleen_velden, mode="operation")
    router.add_decorator(in_taal_van_de_vraag, mode="operation")
    return router

"""What watches the site may ask: does it live, is all well, and the numbers."""

from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from prometheus_client import CONTENT_TYPE_LATEST

from machinekamer import alarm, gezondheid, metingen

OVER_EVEN = "10"  # seconds


def levend(request: HttpRequest) -> HttpResponseBase:
    """200 as long as this process answers: it asks nothing of anybody, so a database that is away ends no process."""
    return JsonResponse({"levend": True})


def gereed(request: HttpRequest) -> HttpResponseBase:
    """200 when all is well, and otherwise 503 with what isn't; `?alleen=databank,migraties` asks for those alone."""
    alleen = [naam for naam in request.GET.get("alleen", "").split(",") if naam]
    if onbekend := set(alleen) - {"databank", *gezondheid.DELEN}:
        return JsonResponse({"fout": f"Dit onderdeel bestaat niet: {min(onbekend)[:40]}."}, status=400)
    oordelen = [
        oordeel for oordeel in gezondheid.oordelen(timezone.now()) if not alleen or oordeel.naam in alleen
    ]
    goed = all(oordeel.goed for oordeel in oordelen)
    if not goed and oordelen[0].goed:
        alarm.sla_alarm()
    wat = {
        "gereed": goed,
        "onderdelen": {oordeel.naam: oordeel.waarom or "goed" for oordeel in oordelen},
    }
    return JsonResponse(wat, status=200 if goed else 503, headers={} if goed else {"Retry-After": OVER_EVEN})


def metingen_voor_prometheus(request: HttpRequest) -> HttpResponseBase:
    """The numbers, for who knows the key. Without one set, there is no such address."""
    sleutel = settings.METINGEN_SLEUTEL
    gegeven = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not sleutel or not compare_digest(gegeven.encode(), sleutel.encode()):
        return HttpResponse("Niet gevonden.\n", status=404, content_type="text/plain; charset=utf-8")
    return HttpResponse(metingen.als_tekst(), content_type=CONTENT_TYPE_LATEST)

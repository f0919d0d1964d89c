"""The newsletter of a village as a page for everybody: each edition, and the list of them."""

from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from core.paginering import pagineer
from core.talen.taal import leestaal
from core.voorwaardelijk import voor_wie_geen_koekje_heeft
from volgen.doelen import Doel, vind_doel
from volgen.models import Editie, Volgt
from volgen.samenstellen import in_delen


def zoek(request: HttpRequest, slug: str, dag: str) -> tuple[Doel, Editie]:
    """The village with this Dutch slug, and its newsletter of this day, `2026-11-26`. Raises Http404."""
    kern = zoek_kern(request, slug)
    return kern, get_object_or_404(Editie.objects.van_kern(kern.nummer), dag=_dag(dag))


def zoek_kern(request: HttpRequest, slug: str) -> Doel:
    """Raises Http404 for what isn't a public village."""
    doel = vind_doel(request, slug)
    if doel is None or doel.volgt != Volgt.KERN:
        raise Http404
    return doel


def _dag(tekst: str) -> date:
    try:
        return datetime.strptime(tekst, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, without a clock
    except ValueError:
        raise Http404 from None


@voor_wie_geen_koekje_heeft
def lijst(request: HttpRequest, kern: str) -> HttpResponse:
    doel = zoek_kern(request, kern)
    edities = pagineer(Editie.objects.van_kern(doel.nummer), request)
    return render(request, "volgen/nieuwsbrieven.html", {"doel": doel, "slug": kern, "paginering": edities})


@voor_wie_geen_koekje_heeft
def editie(request: HttpRequest, kern: str, dag: str) -> HttpResponse:
    doel, gevonden = zoek(request, kern, dag)
    delen = in_delen(gevonden.inhoud, leestaal())
    context = {"doel": doel, "slug": kern, "editie": gevonden, "delen": delen}
    return render(request, "volgen/nieuwsbrief.html", context)

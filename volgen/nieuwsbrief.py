"""The newsletter of a village as a page for everybody: each edition, and the list of them."""

from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from core.lezer import Lezer
from core.paginering import pagineer
from core.talen.adres import pad_in_taal
from core.talen.taal import BRONTAAL, leestaal
from core.voorwaardelijk import voor_wie_geen_koekje_heeft
from volgen.doelen import Doel, vind_doel
from volgen.models import Editie, Volgt
from volgen.samenstellen import Stuk, in_delen


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
    delen = in_delen(_met_adres_van_nu(request, gevonden.inhoud), leestaal())
    context = {"doel": doel, "slug": kern, "editie": gevonden, "delen": delen}
    return render(request, "volgen/nieuwsbrief.html", context)


def _met_adres_van_nu(request: HttpRequest, inhoud: list[Stuk]) -> list[Stuk]:
    """What it told stays as it went. Its links lead to the same pages: one may have another address by now, and another
    page the one that it had."""
    lezer = Lezer(request)
    paginas = lezer.paginas(Page.objects.filter(pk__in=[stuk["pagina"] for stuk in inhoud]))
    paden = {pk: lezer.pad(url_path, BRONTAAL) for pk, url_path in paginas.values_list("pk", "url_path")}

    def woorden(stuk: Stuk) -> dict[str, dict]:
        pad = paden.get(stuk["pagina"])
        return {
            taal: gezegd | ({"pad": pad_in_taal(pad, taal)} if pad else {})
            for taal, gezegd in stuk["teksten"].items()
        }

    return [stuk | {"teksten": woorden(stuk)} for stuk in inhoud]

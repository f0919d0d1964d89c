"""The newsletters of a village for a feed reader: an entry for each edition, with what it told."""

from uuid import NAMESPACE_URL, uuid5

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import date as datum
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.talen.taal import leestaal
from core.teksten import schoon
from core.voorwaardelijk import met_etag
from kanalen.kanaal import kanaal
from volgen.models import Editie
from volgen.nieuwsbrief import zoek_kern
from volgen.samenstellen import aaneen, in_delen

NIEUWSTE = 20


@kanaal()
@met_etag()
def atom(request: HttpRequest, kern: str) -> HttpResponse:
    doel = zoek_kern(request, kern)
    titel = schoon.regel(_("Nieuwsbrief van %(naam)s") % {"naam": doel.naam})
    feed = Atom1Feed(
        title=titel,
        link=request.build_absolute_uri(reverse("nieuwsbrieven", args=[kern])),
        description=titel,
        language=leestaal(),
        feed_url=request.build_absolute_uri(),
        feed_guid=request.build_absolute_uri(request.path),
        author_name="Bloei!",
    )
    for editie in Editie.objects.van_kern(doel.nummer)[:NIEUWSTE]:
        adres = request.build_absolute_uri(reverse("nieuwsbrief", args=[kern, editie.dag.isoformat()]))
        feed.add_item(
            title=schoon.regel(f"{titel}, {datum(editie.dag, 'DATE_FORMAT')}"),
            link=adres,
            description=schoon.tekst(_als_html(editie)),
            # The same wherever the village moves to, and another in each language.
            unique_id=f"urn:uuid:{uuid5(NAMESPACE_URL, f'bloei:editie:{editie.pk}:{leestaal()}')}",
            pubdate=editie.gemaakt_op,
            updateddate=editie.gemaakt_op,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _als_html(editie: Editie) -> str:
    """What it told, as HTML: Atom says of a summary that it is that."""
    delen = (
        [format_html("<p>{}</p>", linebreaksbr(editie.voorwoord, autoescape=True))]
        if editie.voorwoord
        else []
    )
    for kop, stukken in in_delen(editie.inhoud, leestaal()):
        delen.append(
            format_html(
                "<h2>{}</h2><ul>{}</ul>", kop, format_html_join("", "<li>{}</li>", map(_regel, stukken))
            )
        )
    return "".join(delen)


def _regel(stuk: dict) -> tuple[SafeString]:
    zin = ": ".join(filter(None, [stuk.get("label"), stuk.get("titel"), stuk.get("wanneer")]))
    regel = " ".join(filter(None, [stuk.get("regel"), "; ".join(map(aaneen, stuk["punten"]))]))
    return (format_html("<strong>{}</strong> {}", zin, regel),)

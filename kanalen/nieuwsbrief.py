"""The newsletters of a village for a feed reader: an entry for each edition, with what it told."""

from uuid import NAMESPACE_URL, uuid5

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import date as datum
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.talen.taal import leestaal
from core.teksten import schoon
from core.voorwaardelijk import met_etag
from kanalen.kanaal import kanaal
from volgen.models import Editie
from volgen.nieuwsbrief import zoek_kern
from volgen.samenstellen import in_delen

NIEUWSTE = 20


@kanaal()
@met_etag(vorm="2")
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
    context = {"editie": editie, "delen": in_delen(editie.inhoud, leestaal())}
    return render_to_string("kanalen/nieuwsbrief.html", context)

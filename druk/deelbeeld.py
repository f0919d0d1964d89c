"""The picture that goes with a shared link: the page's title in the look of Bloei!."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from wagtail.models import Page

from core.boom import KERN_DIEPTE
from core.gemeente import gemeente
from core.openbaar import openbaar
from core.talen.taal import BRONTAAL
from core.tijd import vandaag
from core.voorwaardelijk import alleen_lezen
from druk import zetten

DAG = 24 * 3600
UUR = 3600


@alleen_lezen
def deelbeeld(request: HttpRequest, pk: int) -> HttpResponse:
    pagina = get_object_or_404(openbaar(Page.objects.all()), pk=pk)
    # One picture for all languages. What it says of a meeting or a call follows from its page and from the day.
    with override(BRONTAAL):
        stand = pagina.specific.bron.stand(vandaag())
        let_op = stand.label if stand and stand.let_op else ""
        sleutel = f"deelbeeld-{pagina.pk}-{pagina.last_published_at}-{let_op}".replace(" ", "_")
        beeld = cache.get_or_set(sleutel, lambda: _deelbeeld(pagina, let_op), DAG)
    return HttpResponse(beeld, content_type="image/png", headers={"Cache-Control": f"public, max-age={UUR}"})


def _deelbeeld(pagina: Page, let_op: str) -> bytes:
    kern = pagina.get_ancestors().filter(depth=KERN_DIEPTE).first()
    bovenkop = kern.title if kern else gemeente().naam
    return zetten.png("deelbeeld", {"titel": pagina.title, "bovenkop": bovenkop, "let_op": let_op})

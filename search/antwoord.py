"""The answer to a question, as the search page and the API give it: what was found, in which order, and by what words."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Site

from kernpagina.models import KernPage
from search.spelling import verbeter
from search.vraag import Zoekvraag, lees_vraag
from search.zoeken import Treffer, vind

# Who names a village, finds it among so many: what there is in it comes before it.
BOVENAAN = 2


@dataclass(frozen=True)
class Antwoord:
    """`verbeterd` is what was searched by in place of what was typed, `bedoel_je` what may have been meant."""

    vraag: Zoekvraag
    treffers: list[Treffer]
    verbeterd: str = ""
    bedoel_je: str = ""


def beantwoord(tekst: str, site: Site, taal: str) -> Antwoord:
    """Search; when nothing is found, once more with the spelling improved, where it is certain what was meant."""
    vraag = lees_vraag(tekst, taal, site)
    gevonden = vind(vraag, site)
    verbeterd = bedoel_je = ""
    if not gevonden:
        beter = verbeter(tekst, site, taal)
        anders = lees_vraag(beter.tekst, taal, site)
        if beter.tekst != tekst and (gevonden_anders := vind(anders, site)):
            if beter.zeker:
                vraag, gevonden, verbeterd = anders, gevonden_anders, beter.tekst
            else:
                bedoel_je = beter.tekst
    return Antwoord(vraag, _op_volgorde(vraag, gevonden), verbeterd, bedoel_je)


def _op_volgorde(vraag: Zoekvraag, treffers: list[Treffer]) -> list[Treffer]:
    """What is of the village that was named comes first, and of that what is of the kind that was named."""
    kern, soorten = vraag.bedoeling.kern, vraag.bedoeling.soorten
    if kern is None:
        return sorted(treffers, key=lambda t: t.soort not in soorten) if soorten else treffers
    zelf = Treffer(kern.pk, ContentType.objects.get_for_model(KernPage).pk, kern.pk)
    andere = [treffer for treffer in treffers if treffer.pk != kern.pk]
    andere.sort(key=lambda t: (t.kern != kern.pk, bool(soorten) and t.soort not in soorten))
    plaats = 0 if vraag.bedoeling.alleen_kern else sum(t.kern == kern.pk for t in andere[:BOVENAAN])
    return [*andere[:plaats], zelf, *andere[plaats:]]

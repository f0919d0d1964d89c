"""The answer to a question, as the search page and the API give it: what was found, in which order, and by what words."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Site

from core.teksten.schoon import zonder_onzichtbare
from kernpagina.models import KernPage
from search.samenstellingen import een_deel, uiteen
from search.spelling import verbeter
from search.vraag import Zoekvraag, is_te_gewoon, lees_vraag, met_een_deel
from search.zoeken import Treffer, vind

# Who names a village, finds it among so many: what there is in it comes before it.
BOVENAAN = 2


@dataclass(frozen=True)
class Antwoord:
    """`verbeterd` is what was searched by in place of what was typed, `bedoel_je` what may have been meant; `deels` says that
    nothing has all of the words, `te_gewoon` that each of them (*de*, *voor*) stands everywhere and isn't looked for."""

    vraag: Zoekvraag
    treffers: list[Treffer]
    verbeterd: str = ""
    bedoel_je: str = ""
    deels: bool = False
    te_gewoon: bool = False


def beantwoord(tekst: str, site: Site, taal: str) -> Antwoord:
    """Search; when nothing is found, once more with the spelling improved, where it is certain what was meant, or with a long
    word in two, and else for some of the words."""
    tekst = zonder_onzichtbare(tekst)
    vraag = lees_vraag(tekst, taal, site)
    gevonden = vind(vraag, site)
    if not gevonden and is_te_gewoon(vraag):
        return Antwoord(vraag, [], te_gewoon=True)
    verbeterd = bedoel_je = ""
    if not gevonden:
        beter = verbeter(tekst, site, taal)
        anders = lees_vraag(beter.tekst, taal, site)
        if beter.tekst != tekst and (gevonden_anders := vind(anders, site)):
            if beter.zeker:
                vraag, gevonden, verbeterd = anders, gevonden_anders, beter.tekst
            else:
                bedoel_je = beter.tekst
    if not gevonden and (apart := uiteen(vraag, site)):
        # A page with one of the parts is better than none: that is said as of any question with more words.
        vraag, gevonden, verbeterd, bedoel_je = apart, vind(apart, site), apart.getypt, ""
    deels = None if gevonden or bedoel_je else met_een_deel(vraag)
    if deels and (gevonden := _in_haar_kern(deels, vind(deels, site))):
        vraag = deels
    if not gevonden and not bedoel_je:
        bedoel_je = een_deel(vraag, site)
    return Antwoord(vraag, _op_volgorde(vraag, gevonden), verbeterd, bedoel_je, bool(deels and gevonden))


def _in_haar_kern(vraag: Zoekvraag, treffers: list[Treffer]) -> list[Treffer]:
    """Of what has some of the words nothing of another village than the one that was named."""
    kern = vraag.bedoeling.kern
    return [treffer for treffer in treffers if treffer.kern == kern.pk] if kern else treffers


def _op_volgorde(vraag: Zoekvraag, treffers: list[Treffer]) -> list[Treffer]:
    """What is called so comes first; then what is of the village that was named, and of that what is of the kind that was."""
    kern, soorten = vraag.bedoeling.kern, vraag.bedoeling.soorten
    if kern is None:
        return (
            sorted(treffers, key=lambda t: (not t.precies, t.soort not in soorten)) if soorten else treffers
        )
    zelf = Treffer(kern.pk, ContentType.objects.get_for_model(KernPage).pk, kern.pk)
    andere = [treffer for treffer in treffers if treffer.pk != kern.pk]
    # Who asks for no more than a kind in a village is best helped by its list: that begins with what comes.
    eerst = vraag.bedoeling.lijsten if vraag.bedoeling.alleen_soort and not vraag.deels else ()
    andere.sort(
        key=lambda t: (
            not t.precies, t.kern != kern.pk, bool(soorten) and t.soort not in soorten, bool(eerst) and t.soort not in eerst,
        )
    )  # fmt: skip
    plaats = 0 if vraag.bedoeling.alleen_kern else sum(t.kern == kern.pk for t in andere[:BOVENAAN])
    return [*andere[:plaats], zelf, *andere[plaats:]]

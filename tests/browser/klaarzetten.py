"""What walks need in the demo and its content doesn't have. Runs in the demo: `demo.manage("shell", "-c", ...)`."""

from datetime import timedelta

from core.models import User
from inwoners.mensen import zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Doel, Sleutel
from inwoners.sleutels import _sha256
from kernpagina.models import AgendaItemPage, KernPage, OproepPage, Uitkomstpunt
from meedoen.models import Aanmelding, InwonerVraag, Reactie, Uitdaging
from projecten.models import ProjectPage
from tests.dorp import dien_in
from tests.meedoen.hulp import oproep_in

# What stands in the links of mails: known to these tests only.
KNOPPEN = {
    "reactie": "knop-van-een-reactie",
    "aanmelding": "knop-van-een-aanmelding",
    "uitdaging": "knop-van-een-voorstel",
    "vraag": "knop-van-een-vraag",
    "tafel": "klopt-bij-een-reactie",
    "tafel-aanmelding": "klopt-bij-een-aanmelding",
    "tafel-uitdaging": "klopt-bij-een-voorstel",
}
OPROEP = "/asperen/meedoen/een-boek-te-leen/"


def knoppen() -> None:
    """Somebody who sent each of the forms and didn't press the button yet, and whose address was given at the table."""
    if Sleutel.objects.filter(sha256=_sha256(KNOPPEN["reactie"])).exists():
        return
    adres = zorg_voor_adres("knop@example.org")
    zij = {"inwoner": zorg_voor_inwoner(adres, "Klaartje Knop")}
    plantochtend = AgendaItemPage.objects.get(slug="plantochtend", locale__language_code="nl")
    rijen = {
        "reactie": Reactie.objects.create(
            oproep=_oproep("denk-mee-over-het-plein"), titel="Een bank", tekst="Een bank.", **zij
        ),
        "aanmelding": Aanmelding.objects.create(pagina=plantochtend, **zij),
        "uitdaging": Uitdaging.objects.create(
            oproep=_oproep("neem-het-groen-over"), taak="Maaien", hoe="Samen.", waarom="Mooier.", **zij
        ),
        "vraag": InwonerVraag.objects.create(
            pagina=ProjectPage.objects.get(slug="een-plein-om-te-blijven", locale__language_code="nl"),
            over="Een plein om te blijven",
            tekst="Wanneer is het klaar?",
            **zij,
        ),
    }
    for waarvoor, geheim in KNOPPEN.items():
        rij = rijen["reactie" if waarvoor == "tafel" else waarvoor.removeprefix("tafel-")]
        Sleutel.objects.create(
            adres=adres,
            doel=Doel.BEVESTIGEN,
            waarvoor=f"{waarvoor}:{rij.pk}",
            sha256=_sha256(geheim),
            verloopt_op=rij.gemaakt_op + timedelta(days=2),
        )


def oproep_met_uitkomst() -> None:
    """A call that is open, whose outcome was written and waits for communications and for the reactions to be coupled."""
    _, _, slug = OPROEP.strip("/").split("/")
    OproepPage.objects.filter(slug=slug).delete()
    kern = KernPage.objects.get(slug="asperen", locale__language_code="nl")
    oproep = oproep_in(kern, slug=slug, title="Een boek te leen")
    punt = Uitkomstpunt(titel="Lezen", besluit="over", antwoord="Het kastje komt er, bij de bakker.")
    schrijft = User.objects.get(username="communicatie-2")
    dien_in(oproep, schrijft, uitkomst="<p>Er komt een kastje.</p>", uitkomstpunten=[punt])


def _oproep(slug: str) -> OproepPage:
    return OproepPage.objects.get(slug=slug, locale__language_code="nl")

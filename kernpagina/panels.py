"""The edit forms of the village's larger pages: what is used most stands open, the rest is folded.

Apart from the models, so that a model file reads as fields and rules.
"""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    Panel,
    PanelGroup,
    TitleFieldPanel,
)

from core.themakeuze import ThemaKeuze
from kernpagina.antwoorden import hoeveel_los

MEESTE_VRAGEN = MEESTE_TAKEN = 10
MAX_AANTAL = "Alleen bij ‘Aanmelden via Bloei!’. Wie daarna komt, staat op de wachtlijst. Laat leeg als iedereen erbij past."


def ingeklapt(titel: str, *panels) -> MultiFieldPanel:
    return MultiFieldPanel(list(panels), heading=titel, classname="collapsed")


def velden_in(paneel: Panel) -> set[str]:
    """The names of the fields below this part of a form."""
    if isinstance(paneel, FieldPanel):
        return {paneel.field_name}
    delen = paneel.children if isinstance(paneel, PanelGroup) else ()
    return set().union(*(velden_in(deel) for deel in delen))


def titel(uitleg: str) -> TitleFieldPanel:
    return TitleFieldPanel("title", heading="Titel", placeholder="Titel*", help_text=uitleg)


class KoppelPaneel(Panel):
    """How many reactions belong to no point yet, with the way to couple them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "werkplek/paneel_koppelen.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"los": hoeveel_los(self.instance)}


PLEK = ingeklapt(
    "Meer over de plek",
    FieldPanel("vorm"),
    FieldPanel("online_link"),
    FieldPanel("adres"),
    FieldPanel("routehint"),
    FieldPanel("toegankelijkheid"),
    FieldRowPanel([FieldPanel("breedtegraad"), FieldPanel("lengtegraad")]),
)


class VersiePaneel(Panel):
    """What changed since the version that is online, and the way to the next one; its template asks (`versie_tags`)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "werkplek/paneel_versie.html"


AGENDA_ITEM = [
    titel("Kort en duidelijk. Bijvoorbeeld: Inwonersavond over het plein."),
    FieldRowPanel(
        [
            FieldPanel("begin", help_text="Op welke dag en hoe laat? Bijvoorbeeld: 24-11-2027 19:30."),
            FieldPanel(
                "einde", help_text="Hoe laat is het afgelopen? De tijd is genoeg, bijvoorbeeld: 22.00."
            ),
        ]
    ),
    FieldPanel("hele_dag"),
    FieldPanel("locatie"),
    FieldPanel("samenvatting"),
    ingeklapt(
        "Gaat het door?",
        FieldPanel("status"),
        FieldPanel("toelichting"),
    ),
    ingeklapt(
        "Soort, foto en thema's",
        FieldPanel("soort"),
        FieldPanel("foto"),
        FieldPanel("themas", widget=ThemaKeuze),
    ),
    PLEK,
    ingeklapt(
        "Aanmelden, kosten en organisatie",
        FieldPanel("aanmelden"),
        FieldPanel("aanmelden_contact"),
        FieldRowPanel([FieldPanel("aanmelden_tot"), FieldPanel("max_aantal", help_text=MAX_AANTAL)]),
        FieldPanel("kosten"),
        FieldPanel("organisator"),
    ),
    InlinePanel("programma", heading="Programma", label="Onderdeel", classname="collapsed"),
    ingeklapt("Meer tekst", FieldPanel("inhoud")),
    ingeklapt("Hoort bij", FieldPanel("project"), FieldPanel("oproep")),
    ingeklapt(
        "Verslag (na afloop)",
        FieldPanel("aantal_aanwezigen"),
        FieldPanel("verslag"),
        InlinePanel("afspraken", heading="Afspraken", label="Afspraak"),
        InlinePanel("bijlagen", heading="Bijlagen", label="Bijlage"),
    ),
]

OPROEP = [
    titel("Kort en duidelijk. Bijvoorbeeld: Denk mee over het plein."),
    FieldPanel("vraag"),
    FieldPanel("soort"),
    FieldRowPanel([FieldPanel("opent"), FieldPanel("sluit")]),
    FieldPanel("terugkoppeling_uiterlijk"),
    FieldPanel("niveau"),
    FieldPanel("offline_meedoen"),
    ingeklapt("Online meedoen op een andere website", FieldPanel("online_meedoen")),
    InlinePanel("vragen", heading="Vragen", label="Vraag", max_num=MEESTE_VRAGEN, classname="collapsed"),
    InlinePanel(
        "taken",
        heading="Taken",
        label="Taak",
        help_text="Bij ‘aanmelden’ en ‘meehelpen’.",
        max_num=MEESTE_TAKEN,
        classname="collapsed",
    ),
    ingeklapt(
        "De afspraak met inwoners",
        FieldPanel("belofte"),
        FieldPanel("voor_wie"),
        FieldPanel("wat_staat_vast"),
        FieldPanel("ruimte_voor_invloed"),
        FieldPanel("besluitnemer"),
    ),
    ingeklapt("Meer tekst", FieldPanel("inhoud")),
    ingeklapt("Hoort bij", FieldPanel("project"), FieldPanel("themas", widget=ThemaKeuze)),
    ingeklapt(
        "Uitkomst (na afloop)",
        KoppelPaneel(),
        FieldPanel("uitkomst"),
        FieldPanel("motivering"),
        InlinePanel("uitkomstpunten", heading="Wat kwam er binnen?", label="Punt"),
    ),
]

"""What core keeps of people: who works here, and who wrote and approved what."""

from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from core import rem
from core.privacy import IEDEREEN, TAAK, WIJ, Verwerking

VERWERKINGEN = [
    Verwerking(
        doel=_("Meewerken aan Bloei!: inloggen en schrijven"),
        grondslag=TAAK,
        wie=_("Wie voor een kern of de gemeente schrijft"),
        gegevens=_(
            "Naam, e-mailadres, wachtwoord (onleesbaar), voor welke kern je schrijft, wanneer je inlogde"
        ),
        ontvangers=WIJ,
        bewaren=_(
            "Zolang je meewerkt. Log je een jaar niet in? Dan gaat je account uit. Wie is ingelogd: tot acht uur na de laatste klik."
        ),
        wissen=_("Stop je? Dan haalt beheer je account weg. Bij wat je schreef staat dan geen naam meer."),
        velden=(
            "core.User",
            "core.User_groups",
            "core.User_user_permissions",
            "sessions.Session",
            "wagtailusers.UserProfile",
            "wagtailadmin.EditingSession",
            "wagtailadmin.FormState",
            "wagtailcore.APIToken",
        ),
        ruim_op=lambda nu: Session.objects.filter(expire_date__lt=nu).delete(),
    ),
    Verwerking(
        doel=_("Weten wie een tekst schreef en wie hem goedkeurde"),
        grondslag=TAAK,
        wie=_("Wie voor een kern of de gemeente schrijft"),
        gegevens=_("Wie wat wanneer schreef, wijzigde, goedkeurde of terugstuurde, en opmerkingen daarbij"),
        ontvangers=_("Collega's die aan dezelfde pagina werken"),
        bewaren=_("Zolang de pagina bestaat"),
        wissen=_("Met de pagina. Is je account weg? Dan staat er geen naam meer bij."),
        velden=(
            "core.BloeiImage.uploaded_by_user",
            "core.BloeiDocument.uploaded_by_user",
            "core.Goedkeuring.door",
            "core.Goedkeuring.ingediend_door",
            "core.Goedkeuring.auteur",
            "core.GoedkeuringTaskState.ingediend_door",
            "core.GoedkeuringTaskState.schrijver",
            "wagtailcore.Page.owner",
            "wagtailcore.Page.locked_by",
            "wagtailcore.Revision",
            "wagtailcore.TaskState.finished_by",
            "wagtailcore.WorkflowState.requested_by",
            "wagtailcore.PageLogEntry",
            "wagtailcore.ModelLogEntry",
            "wagtailcore.Comment",
            "wagtailcore.CommentReply",
            "wagtailcore.PageSubscription",
            "wagtailcore.UploadedFile.uploaded_by_user",
            "wagtailimages.Image.uploaded_by_user",
            "wagtaildocs.Document.uploaded_by_user",
            "wagtail_localize.StringTranslation.last_translated_by",
            "wagtail_localize.SegmentOverride.last_translated_by",
        ),
    ),
    Verwerking(
        doel=_("Misbruik van formulieren tegenhouden"),
        grondslag=TAAK,
        wie=_("Wie inlogt, meedoet of een link aanvraagt"),
        gegevens=_(
            "Hoe vaak iets is geprobeerd, met een code. Uit die code is geen adres of netwerk te lezen."
        ),
        ontvangers=WIJ,
        bewaren=_("Hoogstens een dag"),
        wissen=_("Gaat vanzelf"),
        velden=("core.Teller",),
        ruim_op=rem.ruim_op,
    ),
    Verwerking(
        doel=_("De gemeente bereiken"),
        grondslag=TAAK,
        wie=_("De gemeente"),
        gegevens=_("Naam, adres, telefoonnummer en e-mailadres van de gemeente"),
        ontvangers=IEDEREEN,
        bewaren=_("Zolang het klopt"),
        wissen=_("Beheer past het aan"),
        velden=("core.GemeenteInstellingen",),
    ),
]

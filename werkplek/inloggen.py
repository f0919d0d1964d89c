"""Getting in: the brake on guessing, the form for a new password, and what is kept of who tried.

A stranger can't lock a volunteer out: tries are counted for an account *from one network*, and for that network as
a whole, never for the account alone. docs/adr/0025.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.forms.auth import PasswordResetForm

from berichten.models import Soort
from berichten.post import leg_klaar
from core import rem
from core.goedkeuring.rollen import kan_iets_online_zetten
from core.models import User
from werkplek import inlogpost
from werkplek.models import Inlogpoging

logger = logging.getLogger(__name__)
PER_ACCOUNT, PER_ACCOUNT_IN = 10, timedelta(minutes=15)
PER_NET, PER_NET_IN = 50, timedelta(hours=1)
MAILS_PER_ADRES, MAILS_PER_NET, MAILS_IN = 3, 20, timedelta(hours=1)
BEWAREN = timedelta(days=90)
TE_VAAK = (
    "Er is te vaak een verkeerd wachtwoord geprobeerd. Wacht een kwartier en probeer het opnieuw. "
    "Weet je je wachtwoord niet meer? Vraag een nieuw wachtwoord aan, dan kun je meteen verder."
)
CODES_VAN_HIER, CODES_VAN_HIER_IN = 3, timedelta(minutes=15)
CODES_PER_ADRES = 12
TE_VAAK_CODE = (
    "Er is te vaak een code gevraagd. Gebruik de nieuwste mail, of probeer het over een kwartier opnieuw."
)


def naam_van(getypt: str) -> str:
    """The name of the one account that is meant by a name or an address; as it was typed when there are none or more."""
    getypt = getypt.strip()
    namen = User.objects.filter(Q(username__iexact=getypt) | Q(email__iexact=getypt)).values_list(
        "username", flat=True
    )
    return getypt if getypt in namen or len(namen) != 1 else namen[0]


def account_met_adres(adres: str, *, ook_uit: bool = False) -> User | None:
    """Who is mailed at this address; of more than one, whose name it is, else who was first."""
    mensen = User.objects.filter(email__iexact=adres).order_by("pk")
    if not ook_uit:
        mensen = mensen.filter(is_active=True)
    gevonden = list(mensen[:10])
    return next(
        (user for user in gevonden if user.username.casefold() == adres.casefold()),
        next(iter(gevonden), None),
    )


def heeft_wachtwoord_nodig(user: User) -> bool:
    """Who writes for a kern logs in with a code in their mail, but where things are tried out."""
    return not settings.TWEEDE_FACTOR or kan_iets_online_zetten(user)


def tel_poging(request: HttpRequest, naam: str) -> Callable[[], None]:
    """Count a password before it is looked at. Return what takes the count back, for a right one. Raises ValidationError."""
    net = rem.net_van(request)
    user = User.objects.filter(username=naam).first()
    # With the password in the key, a new one begins with a clean sheet.
    account = ("inloggen", naam.casefold(), net, user.password if user else "")
    per_account = rem.tel(*account, duur=PER_ACCOUNT_IN)
    per_net = rem.tel("inloggen", net, duur=PER_NET_IN)
    if per_account > PER_ACCOUNT or per_net > PER_NET:
        if per_account == PER_ACCOUNT + 1 or per_net == PER_NET + 1:
            leg_vast(Inlogpoging.Soort.GEREMD, request, user)
        raise forms.ValidationError(TE_VAAK, code="te_vaak")

    def goed() -> None:
        rem.tel_niet(*account)
        rem.tel_niet("inloggen", net)

    return goed


def tel_codevraag(request: HttpRequest, adres: str) -> bool:
    """Count that a code was asked for. False: nothing more goes to this address, and nobody hears so. Raises ValidationError.

    From one network it is a number that a volunteer doesn't reach. From all together there is a limit to what a mailbox gets,
    but not for a network from which this account got in before: whoever asks for codes elsewhere doesn't keep it out.
    """
    net = rem.net_van(request)
    van_hier = rem.tel("inlogcode", adres.casefold(), net, duur=CODES_VAN_HIER_IN)
    per_net = rem.tel("inlogcode", net, duur=MAILS_IN)
    overal = rem.tel("inlogcode", adres.casefold(), duur=MAILS_IN)
    user = account_met_adres(adres)
    bekend = (
        Inlogpoging.objects.filter(soort=Inlogpoging.Soort.GELUKT, user=user, net=net)
        .exclude(net="")
        .exists()
    )
    te_veel = van_hier > CODES_VAN_HIER or per_net > MAILS_PER_NET
    if van_hier == CODES_VAN_HIER + 1 or per_net == MAILS_PER_NET + 1 or overal == CODES_PER_ADRES + 1:
        leg_vast(Inlogpoging.Soort.GEREMD, request, user)
    if te_veel:
        raise forms.ValidationError(TE_VAAK_CODE, code="te_vaak")
    return overal <= CODES_PER_ADRES or (user is not None and bekend)


class WachtwoordForm(PasswordResetForm):
    """Mail a link for a new password, or that none is needed. Whoever asks sees the same page, whether there is an account
    or not."""

    def get_users(self, email: str):
        """Django leaves out who has no password: they hear that they need none, or may choose one."""
        return User.objects.filter(email__iexact=email, is_active=True)

    def save(self, *args, request: HttpRequest | None = None, **kwargs) -> None:
        adres, net = self.cleaned_data["email"], rem.net_van(request)
        per_adres = rem.tel("wachtwoord", adres.casefold(), duur=MAILS_IN)
        per_net = rem.tel("wachtwoord", net, duur=MAILS_IN)
        if per_net > MAILS_PER_NET or per_adres > MAILS_PER_ADRES:
            if per_net == MAILS_PER_NET + 1 or per_adres == MAILS_PER_ADRES + 1:
                leg_vast(Inlogpoging.Soort.GEREMD, request, next(iter(self._mensen(adres)), None))
            return
        leg_vast(Inlogpoging.Soort.WACHTWOORD, request, next(iter(self._mensen(adres)), None))
        super().save(*args, request=request, **kwargs)

    def _mensen(self, adres: str) -> list[User]:
        return list(self.get_users(adres))

    def send_mail(
        self,
        subject_template_name,
        email_template_name,
        context,
        from_email,
        to_email,
        html_email_template_name=None,
    ) -> None:
        """Into the outbox, marked as what it is: a key."""
        user, geldig = context["user"], timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
        adres = reverse("wagtailadmin_password_reset_confirm", args=[_nummer(user), context["token"]])
        met_wachtwoord = heeft_wachtwoord_nodig(user)
        leg_klaar(
            f"wachtwoord:{uuid4()}",
            Soort.WACHTWOORD,
            to_email,
            {
                "onderwerp": "Een nieuw wachtwoord voor Bloei!"
                if met_wachtwoord
                else "Inloggen bij Bloei! zonder wachtwoord",
                "user": user,
                "met_wachtwoord": met_wachtwoord,
                "link": settings.WAGTAILADMIN_BASE_URL
                + (adres if met_wachtwoord else reverse("account_login")),
            },
            geheim_tot=timezone.now() + geldig,
        )


def leg_vast(soort: Inlogpoging.Soort, request: HttpRequest | None, user: User | None) -> None:
    """Keep who tried to get in, in the log and for the administrator. `user` is None for a name that nobody has."""
    net = rem.net_van(request)
    Inlogpoging.objects.create(soort=soort, user=user, net=net)
    niveau = logging.INFO if soort == Inlogpoging.Soort.GELUKT else logging.WARNING
    logger.log(
        niveau, "%s: account %s, netwerk %s", soort.label, user.pk if user else "onbekend", net or "onbekend"
    )
    if soort == Inlogpoging.Soort.GEREMD and user:
        inlogpost.meld_geremd(user)


def van_wie(gegevens: dict) -> User | None:
    """The account behind the credentials that were tried."""
    return User.objects.filter(username=gegevens.get(User.USERNAME_FIELD) or "").first()


def ruim_op(nu: datetime) -> None:
    Inlogpoging.objects.filter(op__lt=nu - BEWAREN).delete()


def _nummer(user: User) -> str:
    return urlsafe_base64_encode(str(user.pk).encode())

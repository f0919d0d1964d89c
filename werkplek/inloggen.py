"""Getting in: the brake on guessing, the forms that Wagtail's login shows, and what is kept of who tried.

A stranger can't lock a volunteer out: tries are counted for an account *from one network*, and for that network as
a whole, never for the account alone. docs/adr/0025.
"""

import logging
from datetime import datetime, timedelta
from typing import cast
from uuid import uuid4

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm

from berichten.models import Soort
from berichten.post import leg_klaar
from core import rem
from core.models import User
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


class InlogForm(LoginForm):
    """Wagtail's form, that counts a try before it looks at the password, and also takes an e-mail address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mailadres of gebruikersnaam"
        self.fields["username"].widget.attrs |= {"placeholder": "", "autocapitalize": "none"}
        # Wagtail has no Dutch word for it.
        self.fields["password"].label = "Wachtwoord"

    def clean_username(self) -> str:
        """The name of the one account that is meant; as it was typed when there are none or more."""
        getypt = self.cleaned_data["username"].strip()
        namen = User.objects.filter(Q(username__iexact=getypt) | Q(email__iexact=getypt)).values_list(
            "username", flat=True
        )
        if getypt in namen or len(namen) != 1:
            return getypt
        return namen[0]

    def clean(self):
        naam = self.cleaned_data.get("username", "")
        if not naam or not self.cleaned_data.get("password"):
            return super().clean()
        net = rem.net_van(self.request)
        user = User.objects.filter(username=naam).first()
        # With the password in the key, a new one begins with a clean sheet.
        account = ("inloggen", naam.casefold(), net, user.password if user else "")
        per_account = rem.tel(*account, duur=PER_ACCOUNT_IN)
        per_net = rem.tel("inloggen", net, duur=PER_NET_IN)
        if per_account > PER_ACCOUNT or per_net > PER_NET:
            if per_account == PER_ACCOUNT + 1 or per_net == PER_NET + 1:
                leg_vast(Inlogpoging.Soort.GEREMD, self.request, user)
            raise forms.ValidationError(TE_VAAK, code="te_vaak")
        cleaned = super().clean()
        rem.tel_niet(*account)
        rem.tel_niet("inloggen", net)
        return cleaned


class WachtwoordForm(PasswordResetForm):
    """Mail a link for a new password. Whoever asks sees the same page, whether there is an account or not."""

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
        return cast("list[User]", list(self.get_users(adres)))

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
        leg_klaar(
            f"wachtwoord:{uuid4()}",
            Soort.WACHTWOORD,
            to_email,
            {
                "onderwerp": "Een nieuw wachtwoord voor Bloei!",
                "user": user,
                "link": settings.WAGTAILADMIN_BASE_URL + adres,
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


def van_wie(gegevens: dict) -> User | None:
    """The account behind the credentials that were tried."""
    return User.objects.filter(username=gegevens.get(User.USERNAME_FIELD) or "").first()


def ruim_op(nu: datetime) -> None:
    Inlogpoging.objects.filter(op__lt=nu - BEWAREN).delete()


def _nummer(user: User) -> str:
    return urlsafe_base64_encode(str(user.pk).encode())

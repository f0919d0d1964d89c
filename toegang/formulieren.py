"""The forms of logging in: allauth's, with our words, our brake and our record of who tried."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from allauth.account.models import Login
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from core import rem
from core.models import User
from toegang.adapters import ZINNEN
from werkplek import inloggen
from werkplek.models import Inlogpoging

PROBEREN, PROBEREN_IN = 10, timedelta(minutes=15)
# As long as a code of an app may be typed, with a clock that is off.
CODE_GELDT = timedelta(minutes=2)
TE_VAAK = "Er is te vaak een verkeerde code getypt. Wacht een kwartier en probeer het opnieuw."
MISLUKT, GEREMD = Inlogpoging.Soort.MISLUKT, Inlogpoging.Soort.GEREMD


def als_code(veld: forms.Field, label: str) -> None:
    """A telephone shows figures, and offers the code from a mail."""
    veld.label = label
    veld.widget = forms.TextInput(
        attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": 12, "autofocus": True}
    )


class WachtwoordInlogForm(LoginForm):
    """A try is counted before the password is looked at; an e-mail address is taken too."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["login"]
        self.fields["username"] = forms.CharField(
            label="E-mailadres of gebruikersnaam",
            max_length=254,
            widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "username"}),
        )
        # Wagtail and allauth have no Dutch word for it.
        self.fields["password"].label = "Wachtwoord"
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.order_fields(["username", "password"])

    def clean_username(self) -> str:
        return inloggen.naam_van(self.cleaned_data["username"])

    def user_credentials(self) -> dict[str, Any]:
        return {"username": self.cleaned_data["username"], "password": self.cleaned_data["password"]}

    def _clean_with_password(self, credentials: dict[str, Any]) -> dict[str, Any]:
        request = self.request
        goed = inloggen.tel_poging(request, credentials["username"])
        user = cast("User | None", get_adapter(request).authenticate(request, **credentials))
        if user and not inloggen.heeft_wachtwoord_nodig(user):
            inloggen.leg_vast(MISLUKT, request, user)
            user = None
        if user is None:
            raise ValidationError(ZINNEN["username_password_mismatch"], code="mislukt")
        goed()
        self._login, self.user = Login(user=user), user
        return self.cleaned_data


class CodeVraagForm(RequestLoginCodeForm):
    """An address; what happens is the same for one that nobody has."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self._user: User | None = None
        self.fields["email"].label = "Je e-mailadres"
        self.fields["email"].widget = forms.EmailInput(
            attrs={"autocomplete": "email", "autocapitalize": "none"}
        )

    def clean_email(self) -> str:
        adres = self.cleaned_data["email"]
        if inloggen.tel_codevraag(context.request, adres):
            self._user = inloggen.account_met_adres(adres)
        return adres


class CodeForm(ConfirmLoginCodeForm):
    """The code of the mail. Counted in the database: of many sent at the same moment, no more are looked at."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        als_code(self.fields["code"], "Code uit de mail")

    def clean_code(self) -> str:
        request = context.request
        sleutel = "inlogcode getypt", request.session.session_key or "", self.expected_code or ""
        keer = rem.tel(*sleutel, duur=timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT))
        try:
            if keer > settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS:
                raise ValidationError(ZINNEN["too_many_login_attempts"], code="te_vaak")
            return super().clean_code()
        except ValidationError:
            stap = getattr(request, "_login_stage", None)
            inloggen.leg_vast(MISLUKT, request, stap.login.user if stap else None)
            raise


def keur(user: User, kijk: Callable[[], str]) -> str:
    """Look at a code of an app: ten tries in a quarter of an hour, counted for the account, and each code once.

    Only who knows the password or reads the mail gets to try. allauth remembers a used code in one process.
    """
    wie = str(user.pk)
    if rem.tel("tweede stap", wie, duur=PROBEREN_IN) > PROBEREN:
        inloggen.leg_vast(GEREMD, context.request, user)
        raise ValidationError(TE_VAAK, code="te_vaak")
    try:
        code = kijk()
        if rem.tel("code gebruikt", wie, normalize_user_code(code), duur=CODE_GELDT) > 1:
            raise ValidationError(ZINNEN["incorrect_code"])
    except ValidationError as fout:
        inloggen.leg_vast(MISLUKT, context.request, user)
        raise ValidationError(
            "Deze code klopt niet, of is al gebruikt. Wacht op de volgende en typ die over."
        ) from fout
    rem.tel_niet("tweede stap", wie)
    return code


class _AppCode(forms.Form):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        als_code(self.fields["code"], "Code van je telefoon")


class AppCodeForm(_AppCode, AuthenticateForm):
    def clean_code(self) -> str:
        return keur(self.user, super().clean_code)


class AppCodeNogEensForm(_AppCode, ReauthenticateForm):
    def clean_code(self) -> str:
        return keur(self.user, super().clean_code)


class AppKiesForm(_AppCode, ActivateTOTPForm):
    def clean_code(self) -> str:
        return keur(self.user, super().clean_code)


class PasskeyForm(AddWebAuthnForm):
    """A passkey is always one with which somebody gets in by itself."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["passwordless"]
        self.fields["name"].label = "Hoe noem je deze passkey?"
        self.fields["name"].help_text = "Zo weet je later welke het is. Bijvoorbeeld: mijn telefoon."
        self.fields["name"].widget.attrs["maxlength"] = 60

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except (TypeError, ValueError, KeyError, AttributeError) as fout:
            # What no browser sends.
            raise ValidationError(ZINNEN["incorrect_code"]) from fout

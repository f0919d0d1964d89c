"""The part of an account in which somebody chooses which mail to get."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.forms.account import NameEmailForm, NotificationPreferencesForm
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    ChangePasswordPanel,
    LogoutView,
    NameEmailSettingsPanel,
    NotificationsSettingsPanel,
    notifications_tab,
)

from core.models import User
from werkplek import inlogpost
from werkplek.forms import MailKeuzeForm
from werkplek.inloggen import heeft_wachtwoord_nodig


class MailPanel(BaseSettingsPanel):
    name = "mail"
    title = "Mail van Bloei!"
    tab = notifications_tab
    form_class = MailKeuzeForm
    form_object = "user"
    order = 100


class NaamEmailForm(NameEmailForm):
    """To this address goes the code with which somebody logs in: it is of one account, and the old one hears of a new one."""

    def clean_email(self) -> str:
        adres = self.cleaned_data["email"]
        anderen = User.objects.filter(email__iexact=adres, is_active=True).exclude(pk=self.instance.pk)
        if adres and anderen.exists():
            raise ValidationError("Dit e-mailadres hoort al bij een ander account. Vraag beheer om hulp.")
        return adres

    def save(self, commit: bool = True):
        oud = User.objects.filter(pk=self.instance.pk).values_list("email", flat=True).first()
        user = super().save(commit)
        if commit and oud and oud.casefold() != user.email.casefold():
            inlogpost.meld_adres(user, oud)
        return user


class NaamEmailPanel(NameEmailSettingsPanel):
    form_class = NaamEmailForm


class OpmerkingenForm(NotificationPreferencesForm):
    """Wagtail's switches without those for mail that ours took the place of: they would do nothing."""

    class Meta(NotificationPreferencesForm.Meta):
        fields = ["updated_comments_notifications"]

    def __init__(self, *args, **kwargs):
        super(NotificationPreferencesForm, self).__init__(*args, **kwargs)
        self.fields["updated_comments_notifications"].label = "Opmerkingen in de kantlijn"
        self.fields[
            "updated_comments_notifications"
        ].help_text = "Mail me als iemand iets zegt bij een pagina die ik volg."


class OpmerkingenPanel(NotificationsSettingsPanel):
    title = "Opmerkingen"
    form_class = OpmerkingenForm
    order = 200


class MijnAccount(AccountView):
    def get_panels(self) -> list[BaseSettingsPanel]:
        onze = {NotificationsSettingsPanel: OpmerkingenPanel, NameEmailSettingsPanel: NaamEmailPanel}
        return [
            onze.get(type(paneel), type(paneel))(self.request, self.request.user, paneel.profile)
            for paneel in super().get_panels()
            # Who logs in with a code by mail has no use for a password.
            if not isinstance(paneel, ChangePasswordPanel) or heeft_wachtwoord_nodig(self.request.user)
        ]


class Uitloggen(LogoutView):
    """Only by its button. An address that somebody typed, or kept, would end as an empty page, and without the cookie."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

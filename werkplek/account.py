"""The part of an account in which somebody chooses which mail to get."""

from wagtail.admin.forms.account import NotificationPreferencesForm
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    NotificationsSettingsPanel,
    notifications_tab,
)

from werkplek.forms import MailKeuzeForm


class MailPanel(BaseSettingsPanel):
    name = "mail"
    title = "Mail van Bloei!"
    tab = notifications_tab
    form_class = MailKeuzeForm
    form_object = "user"
    order = 100


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
        return [
            OpmerkingenPanel(self.request, self.request.user, paneel.profile)
            if type(paneel) is NotificationsSettingsPanel
            else paneel
            for paneel in super().get_panels()
        ]

"""The part of an account in which somebody chooses which mail to get."""

from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from werkplek.forms import MailKeuzeForm


class MailPanel(BaseSettingsPanel):
    name = "mail"
    title = "Mail van Bloei!"
    tab = notifications_tab
    form_class = MailKeuzeForm
    form_object = "user"
    order = 100

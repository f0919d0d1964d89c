"""Who is at the other end of a request."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend

from core.goedkeuring.rollen import met_rollen


class Herkennen(ModelBackend):
    """Django's own, that asks with the account what every screen of the admin wants to know of it."""

    def get_user(self, user_id):
        accounts = met_rollen(get_user_model()._default_manager.select_related("wagtail_userprofile"))
        user = accounts.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

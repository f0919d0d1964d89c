"""Who is at the other end of a request."""

from functools import cache

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet

from core.goedkeuring.rollen import met_rollen


class Herkennen(ModelBackend):
    """Django's own, that asks with the account what every screen of the admin wants to know of it."""

    def get_user(self, user_id):
        user = _accounts().filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


@cache
def _accounts() -> QuerySet:
    """The question is put together once: doing so takes as long as asking it."""
    return met_rollen(get_user_model()._default_manager.select_related("wagtail_userprofile"))

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who may log in: an editor, communications staff or an administrator.

    Our own class from the first migration on, because a project can't get one later.
    """

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

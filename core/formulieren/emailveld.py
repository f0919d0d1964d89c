"""An e-mail address that mail can go to: Django lets through what no mailbox is called."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.deconstruct import deconstructible

# Before the @ (RFC 5321, 4.5.3.1.1): a mail server refuses what is longer, and who typed it would wait for a mail.
LANGST_VOOR = 64


@deconstructible
class HeelAdres(EmailValidator):
    def __call__(self, value: str | None) -> None:
        super().__call__(value)
        if len((value or "").rpartition("@")[0]) > LANGST_VOOR:
            raise ValidationError(self.message, code=self.code, params={"value": value})


class EmailVeld(forms.EmailField):
    default_validators = [HeelAdres()]

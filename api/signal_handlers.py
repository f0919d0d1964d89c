"""What is public changed; the one line here calls the function that acts."""

from django.db.models import Model
from django.dispatch import receiver

from api.vormen import vervallen
from core.inhoudsversie import inhoud_veranderd


@receiver(inhoud_veranderd)
def vormen_vervallen(instance: Model, opnieuw: bool = False, **kwargs) -> None:
    vervallen.na_verandering(instance, opnieuw=opnieuw)

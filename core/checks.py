"""What has to be in order before Bloei! runs."""

from django.core import checks


@checks.register
def vertaalde_teksten(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """A .po without its .mo: the site would show Dutch texts to who reads another language."""
    # What makes catalogues has no part in a site that runs: a check is asked for by a command.
    from core.talen.catalogi import catalogi

    zonder = [taal for taal, po in catalogi().items() if not po.with_suffix(".mo").exists()]
    if not zonder:
        return []
    return [
        checks.Warning(
            f"De teksten van de site zijn niet klaar voor: {', '.join(zonder)}.",
            hint="Draai: make teksten (of: python -m core.talen.catalogi).",
            id="bloei.W001",
        )
    ]

"""Every address of the admin, found in the URLs: a new version of Wagtail or a new app brings new ones."""

from collections.abc import Iterator

from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver


def adressen(waarden: dict[str, list]) -> Iterator[tuple[str, str | None]]:
    """Every address under /cms/ as (name, url): one for each of the values that its parameters may have.

    None for a url that can't be filled in with these. What has no name stands in the place of something that has.
    """
    for naam, parameters in namen():
        keuzes = [waarden.get(f"{naam.partition(':')[0]}.{p}", waarden.get(p)) for p in parameters]
        if any(keuze is None for keuze in keuzes):
            yield naam, None
            continue
        for nummer in range(max((len(keuze) for keuze in keuzes), default=1)):
            gekozen = {p: k[min(nummer, len(k) - 1)] for p, k in zip(parameters, keuzes, strict=True)}
            try:
                yield naam, reverse(naam, kwargs=gekozen)
            except NoReverseMatch:
                yield naam, None


def namen() -> Iterator[tuple[str, list[str]]]:
    """The name of every address under /cms/, and of its parameters."""
    for deel in get_resolver().url_patterns:
        if str(deel.pattern) in ("cms/", "cms/login/"):
            yield from _namen(deel, [])


def _namen(knoop: URLResolver, ruimtes: list[str]) -> Iterator[tuple[str, list[str]]]:
    for deel in knoop.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _namen(deel, [*ruimtes, deel.namespace] if deel.namespace else ruimtes)
        elif isinstance(deel, URLPattern) and deel.name:
            yield (
                ":".join([*ruimtes, deel.name]),
                list(deel.pattern.converters) or list(deel.pattern.regex.groupindex),
            )

"""Links in running text, made into addresses: what one text points at, another does as well."""

from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from core.geheugen import onthoud_elk
from core.talen.taal import leestaal


class PaginaLink(PageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        sleutels = [("paginalink", leestaal(), attrs.get("id")) for attrs in attrs_list]
        return onthoud_elk(
            sleutels, lambda nieuw: super(PaginaLink, cls).expand_db_attributes_many(_als(nieuw))
        )


class DocumentLink(DocumentLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        sleutels = [("documentlink", leestaal(), attrs.get("id")) for attrs in attrs_list]
        return onthoud_elk(
            sleutels, lambda nieuw: super(DocumentLink, cls).expand_db_attributes_many(_als(nieuw))
        )


def _als(sleutels: list[tuple[str, str, str]]) -> list[dict]:
    return [{"id": nummer} for *_, nummer in sleutels]

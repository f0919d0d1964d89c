"""Languages. The Dutch tree is the site; a translation is the text of one of its pages in another language.

`taal` says which language is being read, `lezen` shows a page in it, `adres` writes its address, `geraamte` makes the
pages above a translation. Why: docs/adr/0013-translations-over-the-dutch-page.md and 0028. Translating itself is the app `vertalen`.

Keep this file empty of imports: the models of `core` import from here.
"""

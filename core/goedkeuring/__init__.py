"""The four-eyes rule: nothing goes live unless someone else of *Communicatie* approved exactly that text.

`bewaking` stands at the database write and refuses; `besluiten` are the decisions people take; `vingerafdruk` says what
"exactly that text" is; `uitzondering` is the way for set-up code, never for a web request. Why: docs/adr/0008.

Keep this file empty of imports: Wagtail's models import `afronden` before the models of `core` exist.
"""

"""`make bench`: how much processor time an answer costs, beside a stock Wagtail with the same text.

Everything is asked in turns within one run, because a machine is never as fast twice. It isn't part of `make test`:
nothing there is timed. What the numbers mean: docs/meten.md.
"""

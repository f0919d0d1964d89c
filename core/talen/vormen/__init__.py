"""How dates and times are written in each language; by name in templates: `{{ dag|date:"DAG_VOLUIT" }}`.

A language that is switched on needs a module here.
"""

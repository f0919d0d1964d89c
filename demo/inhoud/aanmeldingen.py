"""Who signs up in the demo: by the slug of the meeting or the call, with how many each; the names are taken in turn.

Of a call with tasks: the number of the task, with the same.
"""

NAMEN = [
    "Ria Verhoef", "Jan van der Berg", "Samira Haddad", "Piet de Groot", "Annelies Kramer", "Kees Bos", "Marta Nowak",
    "Dirk Smit", "Jo Visser", "Els Mulder", "Hans Peters", "Fatima El Amrani", "Wim de Jong", "Truus Hendriks",
    "Bas Willems", "Nel Jansen", "Ingrid van Dijk", "Tomasz Lis", "Corrie Bakker", "Ahmed Yilmaz", "Joke van Vliet",
    "Sjaak Kuipers", "Mieke de Wit", "Henk van Leeuwen", "Lotte Schouten", "Arie Vermeer",
]  # fmt: skip

# The hall holds forty: the last two are on the waiting list.
AGENDA: dict[str, list[int]] = {
    "inwonersavond-plein": [2, 1, 2, 2, 1, 1, 2, 4, 1, 2, 2, 1, 1, 2, 2, 1, 3, 2, 1, 2, 1, 2, 1, 1, 2, 1],
    "plantochtend": [2, 1, 4, 1, 3, 2],
}
OPROEPEN: dict[str, list[tuple[int, int]]] = {
    "wie-geeft-een-haag-water": [(0, 1), (0, 2), (1, 1), (1, 1), (1, 2), (2, 1)],
}

"""The plain word lists a pack may fill in words.yaml: each name, and what it is read for.

A step that wants a new list declares it here; a list in a pack that is not declared is a fault,
because nothing would read it.
"""

from __future__ import annotations

LISTS = {
    "titles": "words before a person's name that are no part of it: president, dr, sheikh",
    "name_particles": "lower-case words inside a name: al, bin, de la, van",
    "not_names": "capitalised words that name nobody and nothing: Monday, Internet",
    "organization_nouns": "words of an organisation's name: ministry, bank, brigade",
    "organization_endings": "words that end a body's name in capitals only: Energy, Capital",
    "generic_tails": "words behind a body's name that make no other body of it: group, militia",
    "legal_forms": "what a firm is by law, behind its name: ltd, gmbh, plc",
    "thing_nouns": "last words of names of what is nobody and nowhere: treaty, war, prize",
    "outlet_nouns": "last words of an outlet's name: news, times, agency",
    "outlet_descriptions": "common nouns before an outlet's name: newspaper, news website",
    "group_nouns": "people or bodies told of together: officials, fighters, workers",
    "body_nouns": "bodies told of without a name: the police, the company",
    "numbered_units": "nouns that stand before their number: unit, brigade, branch",
    "place_nouns": "words of a place's name: city, province, crossing, harbour",
    "lands": "words that name a state with of: Republic of, Kingdom of",
    "waters": "words that name another place with of: Gulf of, Strait of",
    "motion_verbs": "verbs of going, so that to and from a name tell of a place: flee, fly",
    "place_descriptions": "common nouns before the name of a place: the town of",
    "peoples": "adjectives of peoples and creeds that have no one state: Kurdish, Sunni",
    "compass": "parts of a place: northern, central",
    "loose_modifiers": "words before a group that are no part of what it is called: several, local",
    "regions": "parts of the world that are no states: the Gulf, Central Asia",
    "female_titles": "titles, offices and kin that tell of a woman: Mrs, queen, sister",
    "male_titles": "titles, offices and kin that tell of a man: Mr, king, brother",
    "alias_phrases": "what stands between two names of one person: also known as",
    "report_nouns": "texts that can be a source: report, statement, memo",
    "light_verbs": "verbs that leave the meaning to their object: pay (a visit), hold (talks)",
    "happenings": "verbs that say of an event no more than that it is: take place, begin",
    "attempts": "verbs and nouns of trying: seek to, an effort to",
    "plans": "verbs, nouns and adjectives of what is still to come: intend to, a planned visit",
    "hindrances": "verbs and nouns for what keeps something from happening: fail to, prevent",
}

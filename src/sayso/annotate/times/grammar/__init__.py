"""From words to typed time expressions that say what the text says, and no more."""

from sayso.annotate.times.grammar.dates import DATES
from sayso.annotate.times.grammar.fiscal import FISCAL
from sayso.annotate.times.grammar.lengths import LENGTHS
from sayso.annotate.times.grammar.notation import Grammar
from sayso.annotate.times.grammar.others import OTHERS
from sayso.annotate.times.grammar.relations import RELATIONS
from sayso.annotate.times.grammar.seasons import SEASONS

GRAMMAR = Grammar((*DATES, *SEASONS, *FISCAL, *OTHERS, *RELATIONS, *LENGTHS))

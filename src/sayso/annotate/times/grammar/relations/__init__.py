"""Rules for times named by their relation to another: to the report, the story, or an event."""

from sayso.annotate.times.grammar.relations.events import BESIDE, EVENTS
from sayso.annotate.times.grammar.relations.near import NEAR

RELATIONS = (*BESIDE, *NEAR, *EVENTS)

"""The closed vocabulary of events and ties (PLOVER and its modes), each with its English words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """How to tell of one kind of event.

    ``does`` stands between actor and object, ``suffers`` behind an object without an actor,
    ``alone`` behind an actor without an object; ``noun`` names the event by itself. ``joins``
    marks doings of equals (a meeting), where partners are objects too; ``goes`` marks those
    whose object may be a place (a visit).
    """

    does: str
    suffers: str
    alone: str
    noun: str
    joins: bool = False
    goes: bool = False


TYPES: dict[str, Phrase] = {
    "AGREE": Phrase("reached an agreement with", "were party to an agreement",
                    "reached an agreement", "Agreement", joins=True),
    "CONSULT": Phrase("held talks with", "held talks", "held talks", "Talks", joins=True),
    "SUPPORT": Phrase("voiced support for", "received words of support",
                      "voiced support", "Words of support"),
    "CONCEDE": Phrase("made a concession to", "was granted a concession",
                      "made a concession", "Concession"),
    "COOPERATE": Phrase("cooperated with", "cooperated", "cooperated", "Cooperation", joins=True),
    "AID": Phrase("gave aid to", "received aid", "gave aid", "Aid"),
    "RETREAT": Phrase("withdrew from", "saw a withdrawal", "withdrew", "Withdrawal", goes=True),
    "REQUEST": Phrase("made a request of", "received a request", "made a request", "Request"),
    "ACCUSE": Phrase("accused", "was accused", "made an accusation", "Accusation"),
    "REJECT": Phrase("rejected", "was rejected", "voiced a rejection", "Rejection"),
    "THREATEN": Phrase("threatened", "was threatened", "made a threat", "Threat"),
    "PROTEST": Phrase("protested against", "faced protest", "protested", "Protest"),
    "SANCTION": Phrase("took measures against", "came under sanctions",
                       "took punitive measures", "Sanctions"),
    "MOBILIZE": Phrase("mobilised", "was mobilised", "mobilised forces", "Mobilisation"),
    "COERCE": Phrase("used coercion against", "came under coercion",
                     "used coercion", "Coercion"),
    "ASSAULT": Phrase("attacked", "was attacked", "carried out an attack", "Attack"),
    "APPOINT": Phrase("gave an office to", "was given an office",
                      "was party to a change of office", "Change of office"),
    "STATE": Phrase("made a statement to", "was told", "made a statement", "Statement"),
}  # fmt: skip
MODES: dict[tuple[str, str], Phrase] = {
    ("CONSULT", "visit"): Phrase("visited", "was visited", "made a visit", "Visit", goes=True),
    ("CONSULT", "meet"): Phrase("met", "met", "held a meeting", "Meeting", joins=True),
    ("CONSULT", "phone"): Phrase("spoke by telephone with", "spoke by telephone",
                                 "spoke by telephone", "Telephone call", joins=True),
    ("MOBILIZE", "deploy"): Phrase("deployed", "was deployed", "deployed forces", "Deployment"),
    ("MOBILIZE", "establish"): Phrase("set up", "was set up",
                                      "set up a body or site", "Setting up of a body or site"),
    ("MOBILIZE", "recruit"): Phrase("recruited", "was recruited", "recruited", "Recruitment"),
    ("MOBILIZE", "train"): Phrase("trained", "was trained", "held training", "Training"),
    ("ASSAULT", "kill"): Phrase("killed", "was killed", "carried out a killing", "Killing"),
    ("ASSAULT", "accident"): Phrase("was fatal to", "died by accident or disease",
                                    "was part of a fatal accident", "Deaths (accident)"),
    ("ASSAULT", "damage"): Phrase("did damage by accident to", "was harmed by accident",
                                  "was part of an accident", "Harm (accident)"),
    ("ASSAULT", "airstrike"): Phrase("struck from the air", "was struck from the air",
                                     "carried out an air strike", "Air strike"),
    ("ASSAULT", "bombing"): Phrase("bombed", "was bombed", "carried out a bombing", "Bombing"),
    ("ASSAULT", "rocket"): Phrase("fired rockets at", "came under rocket fire",
                                  "fired rockets", "Rocket fire"),
    ("ASSAULT", "armed"): Phrase("made an armed attack on", "came under armed attack",
                                 "made an armed attack", "Armed attack"),
    ("COERCE", "raid"): Phrase("raided", "was raided", "carried out a raid", "Raid"),
    ("COERCE", "arrest"): Phrase("arrested", "was arrested", "made an arrest", "Arrest"),
    ("COERCE", "expel"): Phrase("expelled", "was expelled",
                                "carried out an expulsion", "Expulsion"),
    ("CONCEDE", "acquit"): Phrase("acquitted", "was acquitted", "let somebody go", "Acquittal"),
    ("PROTEST", "obstruct"): Phrase("stood in the way of", "was obstructed",
                                    "obstructed the way", "Obstruction"),
    ("RETREAT", "flee"): Phrase("fled from", "was fled from", "fled", "Flight"),
    ("COERCE", "seize"): Phrase("seized", "was seized", "made a seizure", "Seizure"),
    ("AGREE", "promise"): Phrase("made a promise to", "was promised something",
                                 "made a promise", "Promise"),
    ("AGREE", "approve"): Phrase("gave consent to", "met with consent",
                                 "gave consent", "Consent"),
    ("AGREE", "sign"): Phrase("signed an agreement with", "signed an agreement",
                              "signed an agreement", "Signing of an agreement", joins=True),
    ("SANCTION", "impose"): Phrase("imposed sanctions on", "came under sanctions",
                                   "imposed sanctions", "Sanctions"),
    ("PROTEST", "demonstrate"): Phrase("demonstrated against", "faced demonstrations",
                                       "demonstrated", "Demonstration"),
    ("AID", "military"): Phrase("gave military aid to", "received military aid",
                                "gave military aid", "Military aid"),
    ("APPOINT", "appoint"): Phrase("appointed", "was appointed",
                                   "made or took an appointment", "Appointment"),
    ("APPOINT", "succeed"): Phrase("succeeded", "was succeeded", "took over", "Succession"),
    ("APPOINT", "resign"): Phrase("handed a resignation to", "resigned",
                                  "resigned", "Resignation"),
    ("APPOINT", "dismiss"): Phrase("dismissed", "was dismissed",
                                   "made or met a dismissal", "Dismissal"),
    ("APPOINT", "elect"): Phrase("elected", "was elected", "was elected", "Election"),
    ("ASSAULT", "abduct"): Phrase("abducted", "was abducted",
                                  "carried out an abduction", "Abduction"),
    ("ASSAULT", "capture"): Phrase("captured", "was captured", "made a capture", "Capture"),
    ("COERCE", "restrict"): Phrase("clamped down on", "faced a clampdown",
                                   "clamped down", "Clampdown"),
    ("CONSULT", "third-party"): Phrase("mediated with", "took part in a mediation",
                                       "mediated", "Mediation", joins=True),
    ("COOPERATE", "buy"): Phrase("bought", "was bought", "made a purchase", "Purchase", joins=True),
    ("COOPERATE", "sell"): Phrase("sold", "was sold", "made a sale", "Sale"),
    ("COOPERATE", "merge"): Phrase("merged with", "merged", "merged", "Merger", joins=True),
    ("MOBILIZE", "weapons"): Phrase("tested or moved", "was tested or moved",
                                    "tested or moved weapons", "Test or move of weapons"),
    ("PROTEST", "boycott"): Phrase("boycotted", "was boycotted", "held a boycott", "Boycott"),
    ("THREATEN", "war"): Phrase("declared war on", "was declared war on", "declared war",
                                "Declaration of war"),
    ("PROTEST", "riot"): Phrase("rioted against", "faced riots", "rioted", "Riot"),
    ("PROTEST", "strike"): Phrase("went on strike against", "faced a strike",
                                  "went on strike", "Strike"),
    ("RETREAT", "ceasefire"): Phrase("agreed a ceasefire with", "agreed a ceasefire",
                                     "ceased fire", "Ceasefire", joins=True),
    ("RETREAT", "release"): Phrase("released", "was released", "made a release", "Release"),
    ("RETREAT", "resign"): Phrase("handed a resignation to", "resigned",
                                  "resigned", "Resignation"),
    ("RETREAT", "withdraw"): Phrase("withdrew from", "saw a withdrawal",
                                    "withdrew", "Withdrawal", goes=True),
    ("SANCTION", "convict"): Phrase("convicted", "was convicted",
                                    "passed a conviction", "Conviction"),
    ("SANCTION", "discontinue"): Phrase("cut back relations with", "saw relations cut back",
                                        "cut back relations", "Cutting back of relations"),
}  # fmt: skip
# Each tie: its words when it is affirmed, and when it is denied.
TIES: dict[str, tuple[str, str]] = {
    "holds_office": ("is named as", "is said not to be"),
    "commands": ("commands", "does not command"),
    "deputy_of": ("is deputy of", "is not deputy of"),
    "succeeds": ("succeeds", "does not succeed"),
    "member_of": ("is a member of", "is not a member of"),
    "part_of": ("is part of", "is not part of"),
    "operates_under": ("operates under", "does not operate under"),
    "backs": ("backs", "does not back"),
    "funds": ("funds", "does not fund"),
    "arms": ("arms", "does not arm"),
    "trains": ("trains", "does not train"),
    "allied_with": ("is allied with", "is not allied with"),
    "rival_of": ("is a rival of", "is not a rival of"),
    "opposes": ("opposes", "does not oppose"),
    "controls": ("controls", "does not control"),
    "present_in": ("is present in", "is not present in"),
    "responsible_for": ("is responsible for", "is not responsible for"),
    "made_up_of": ("is made up of", "is not made up of"),
    "affiliated_with": ("is affiliated with", "is not affiliated with"),
    "spokesperson_of": ("is spokesperson of", "is not spokesperson of"),
}
# Every telling of it hedges: "it is unlikely that", "may have".
DOUBTED = "told with doubt"
REALIS = {
    "planned": "planned",
    "attempted": "attempted",
    "hypothetical": "not said to have happened",
    "negated": "said not to have happened",
}


def phrase_of(type: str, mode: str | None) -> Phrase:
    """The words for a kind of event; a mode of some pack falls back on its type."""
    return MODES.get((type, mode or ""), TYPES[type])


def kind_words(type: str, mode: str | None) -> str:
    """The kind of an event as a noun, with a mode that only a pack knows in brackets."""
    noun = phrase_of(type, mode).noun
    return noun if mode is None or (type, mode) in MODES else f"{noun} ({mode.replace('_', ' ')})"

"""Runs of words that look like a name, before anybody says of what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from sayso.annotate.mentions.brackets import spelt_out
from sayso.annotate.mentions.draft import Chain
from sayso.annotate.mentions.lookup import Lookup
from sayso.annotate.mentions.odd.casing import (
    NAMING_ENTITIES,
    bracketed_script,
    is_dated,
    is_unknown,
    opens_plainly,
    proper_in_small,
    shouts,
    unlike_english,
)
from sayso.annotate.mentions.odd.datelines import DASHES, DATELINE
from sayso.annotate.mentions.odd.endings import (
    ends_as_noun,
    follows_name,
    glued_particle,
    head_end,
    holds_noun,
    honours,
    led_by,
    numbers_letters,
)
from sayso.annotate.mentions.odd.inside import (
    closing_letter,
    east_asian,
    epithet,
    family_of_one,
    firm_of_two,
    legal_form,
    middle_name,
    names_paper,
    nickname_end,
    numbered,
    opens_as_order,
    ordinal_unit,
    over_dash,
    own_ending,
    told_as_two,
    two_halves,
)
from sayso.records.parse import Sentence, Token

# Word classes that open a sentence in capitals without naming anything.
OPENERS = frozenset(
    {"DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "VERB", "PART", "INTJ", "NUM"}
)
# A paper's name on the line that tells who wrote, and when, has no more words.
BYLINE = 5
JOINING = frozenset({"and", "&", "und", "et", "og", "och", "en", "y"})
# Articles of Arabic that are words of English where no hyphen follows.
GLUED_ONLY = frozenset({"at", "as", "an", "ad"})
# A heading ends otherwise.
SAID = frozenset({".", "?", "!", '"', ";", ":", ")"})
# Marks that may hold a name together where they hang on the word before.
_MARKS = frozenset({"-", "/", "'", "’", "ʼ", "`"})


class ChainFinder:
    """Finds name-like runs with a pack's look-up and the words a document treats as proper, as
    ordinary, or somewhere as somebody's name."""

    def __init__(
        self, look: Lookup, proper: frozenset[str], ordinary: frozenset[str] = frozenset(),
        numbered_: frozenset[tuple[str, str]] = frozenset(), named: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.named = named
        self.look, self.numbered = look, numbered_
        self.proper = proper
        self.ordinary = ordinary - proper

    def find(self, sentence: Sentence) -> Iterator[Chain]:
        """The runs of a sentence, longest first come, none overlapping."""
        loud = shouts(sentence) and not names_paper(sentence, self.look)
        place, size = 0, len(sentence)
        while place < size:
            last = bracketed_script(sentence, place)
            if last is None:
                last = self._known_end(sentence, place)
            if last is None:
                last = self._run_end(sentence, place, loud=loud)
            if last is None:
                place += 1
                continue
            yield Chain(sentence, place, last)
            place = last + 1

    def _known_end(self, sentence: Sentence, first: int) -> int | None:
        """The end of a run that begins with a phrase the pack knows and is not cut by it."""
        token = sentence[first]
        if not (token.text[:1].isupper() or token.text in self.look.particles):
            return None
        words = [t.text for t in sentence.tokens[first : first + self.look.longest]]
        for size in range(len(words), 0, -1):
            if tuple(words[:size]) in self.look.phrases:
                last = first + size - 1
                longer = self._extend(sentence, last, loud=shouts(sentence))
                return longer if self._one_name(sentence, first, last, longer) else last
        return None

    def _one_name(self, sentence: Sentence, first: int, last: int, longer: int) -> bool:
        # "Iran Air" is one name; "Kremlin Monday" or a state before somebody's title is not.
        # And so is "China Power Investment (CPI)".
        whole = holds_noun(sentence, last + 1, longer, self.look)
        whole = whole or spelt_out(Chain(sentence, first, longer)) or is_dated(sentence)
        return longer > last and (whole or self._one_person(sentence, first, longer))

    def _one_person(self, sentence: Sentence, first: int, last: int) -> bool:
        # "Jordan Peel" is somebody, though Jordan is a state.
        words = sentence.tokens[first : last + 1]
        return all(t.entity == "PERSON" and t.begins == (t is words[0]) for t in words)

    def _run_end(self, sentence: Sentence, first: int, *, loud: bool) -> int | None:
        if not self._starts(sentence, first, loud=loud):
            return None
        return self._extend(sentence, head_end(sentence, first), loud=loud)

    def _starts(self, sentence: Sentence, place: int, *, loud: bool) -> bool:
        token = sentence[place]
        if not loud and (opens_as_order(sentence, place) or family_of_one(sentence, place)):
            return True
        if token.text in self.look.particles or proper_in_small(token):
            return glued_particle(sentence, place)
        if not self._capital(token):
            return ordinal_unit(sentence, place, self.look)
        if loud and token.text.lower() in self.ordinary and token.text not in self.proper:
            return False
        if place == 0 and token.text.isupper() and sentence[len(sentence) - 1].text in DASHES:
            # A dateline that is a sentence of its own.
            return True
        if numbered(sentence, place, self.look):
            return True
        if follows_name(sentence, place, self.look):
            return False
        if place == 0 or loud or self._after_stop(sentence, place):
            return self._sure(token, sentence, loud=loud)
        if token.text == "An" and sentence[place - 1].text[:1].isalpha():
            # "its director An Verhulst": no article has a capital here.
            return self._capital(sentence[min(place + 1, len(sentence) - 1)])
        return token.pos not in ("PRON", "DET", "SCONJ", "CCONJ") and token.text != "I"

    def _sure(self, token: Token, sentence: Sentence, *, loud: bool) -> bool:
        if token.text in self.look.demonyms or (token.text in self.proper and not loud):
            return token.pos not in ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "AUX")
        if loud:
            return token.text in self.proper or (
                token.entity in ("PERSON", "GPE") and token.tag in ("NNP", "NNPS")
            )
        said = sentence.tokens[-1].text in SAID and token.text.lower() not in self.ordinary
        if token.i == 0 and opens_plainly(sentence) and (token.text,) not in self.look.phrases:
            return False
        if token.pos == "PROPN" or (said and (unlike_english(token) or is_unknown(token))):
            return True
        return token.entity in NAMING_ENTITIES and token.pos not in OPENERS

    def _after_stop(self, sentence: Sentence, place: int) -> bool:
        opened = sentence[place - 1].text in (":", "•", '"', "“", "-", "–", "—", "--")
        # A dateline has its town in front.
        dated = sentence[0].text.isupper() and sentence[place - 1].start > sentence[place - 2].end
        return opened and (place < 3 or (dated and place < DATELINE))

    def _capital(self, token: Token) -> bool:
        counts = token.entity in ("DATE", "TIME", "PERCENT", "ORDINAL", "CARDINAL")
        named = token.text[:1].isupper() and token.text.lower() not in self.look.not_names
        return named and (not counts or token.text in self.named)

    def _extend(self, sentence: Sentence, last: int, *, loud: bool) -> int:
        """How far a run goes on from its last word so far."""
        while True:
            step = self._next(sentence, last, loud=loud)
            if step is None:
                return last
            last = step

    def _next(self, sentence: Sentence, last: int, *, loud: bool) -> int | None:
        place = last + 1
        if place >= len(sentence):
            return None
        token = sentence[place]
        inside = self._across_odd(sentence, last, place)
        if inside is not None:
            return inside
        if token.tag == "POS" or token.text in _MARKS:
            return self._across_glued(sentence, place)
        if honours(sentence, place, self.look):
            return None
        if self._capital(token) and not self._breaks(sentence, place, loud=loud):
            return place
        named = token.text.istitle() and sentence[last].text[:1].isupper() and not loud
        if named and token.text.lower() in self.look.nouns["organization_endings"]:
            # "Tavalu First"
            return place
        particle = token.text.lower() in self.look.particles and token.pos != "DET"
        if particle or (proper_in_small(token) and glued_particle(sentence, place)):
            return self._across_particle(sentence, place)
        return self._across_small(sentence, last, place)

    def _across_odd(self, sentence: Sentence, last: int, place: int) -> int | None:
        """Over a nickname, a dash, the article of an order or a month that is a given name."""
        if opens_as_order(sentence, last) or epithet(sentence, place, self.look):
            return place + 1
        if middle_name(sentence, place, self.look):
            return place
        behind = nickname_end(sentence, place, self.look)
        return over_dash(sentence, place, self.look) if behind is None else behind

    def _across_small(self, sentence: Sentence, last: int, place: int) -> int | None:
        """Over a word without a capital: "of", "and", a legal form, a number."""
        token, before = sentence[place], sentence[last]
        if token.text in ("of", "for"):
            ahead = self._across_of(sentence, last, place)
            return self._through_phrase(sentence, ahead) if ahead is not None else None
        if token.text in JOINING:
            return self._across_and(sentence, last, place)
        if legal_form(sentence, place, self.look):
            return place + 1 if token.text == "," else place
        unit = before.text.lower() in self.look.nouns["numbered_units"]
        called = (before.text, token.text) in self.numbered or numbers_letters(sentence, place)
        if token.text.isdigit() and (unit or called):
            return place
        if token.text.isdigit() and before.text in ("No", "No.", "Nr", "Nr.", "."):
            # "Infantry Regiment No. 16", "Velm Construction No. 7"
            noun = last - 1 - (before.text == ".")
            return place if noun >= 0 and self._capital(sentence[noun]) else None
        if token.text == "." and before.text in ("No", "Nr") and token.start == before.end:
            return place
        return None

    def _through_phrase(self, sentence: Sentence, first: int) -> int:
        """The end of what a pack knows that begins here: "Court of Bosnia and Herzegovina"."""
        words = [t.text for t in sentence.tokens[first : first + self.look.longest]]
        sizes = range(len(words), 1, -1)
        found = next((n for n in sizes if tuple(words[:n]) in self.look.phrases), 1)
        return first + found - 1

    def _breaks(self, sentence: Sentence, place: int, *, loud: bool) -> bool:
        before, token = sentence[place - 1], sentence[place]
        if loud:
            inside = token.entity in NAMING_ENTITIES and not token.begins
            of_person = before.entity == "PERSON" and token.pos == "PROPN"
            noun = ends_as_noun(sentence, place, self.look)
            return token.text not in self.proper and not (inside or of_person or noun)
        if is_dated(sentence) and place < BYLINE:
            return False
        if before.entity == "PERSON" and token.text in self.look.demonyms:
            # "Dora Finn" is one name, "told Lee Finnish officials" has two.
            return token.begins or token.entity != "PERSON" or token.dep in ("amod", "compound")
        two_names = token.begins and before.entity == "PERSON" != token.entity
        # What the engine takes for a town behind a person is as a rule the rest of the name.
        place_name = token.entity == "GPE" and self._is_place(token.text)
        return two_names and (place_name or token.entity == "NORP")

    def _is_place(self, word: str) -> bool:
        known = self.look.phrases.get((word,))
        return word in self.look.towns or (known is not None and known.type == "Place")

    def _across_mark(self, sentence: Sentence, place: int) -> int | None:
        mark, behind = sentence[place], sentence.tokens[place + 1 : place + 2]
        if behind and behind[0].start == mark.end and behind[0].text[:1].isalnum():
            lower = behind[0].text[:1].islower() and mark.text == "-"
            known = behind[0].text.lower() in self.look.particles or sentence[place - 1].text in (
                self.look.particles
            )
            one = behind[0].pos == "PROPN" or (mark.entity == behind[0].entity == "PERSON")
            one = one or self._of_body(sentence, behind[0])
            one = one or east_asian(sentence, place, self.look)
            return place + 1 if not lower or known or one else None
        return None

    def _of_body(self, sentence: Sentence, word: Token) -> bool:
        """Whether a small word goes on to a body's noun: "Anti-corruption Court"; not what is done
        by name, "London-based Institute"."""
        rest = sentence.tokens[word.i + 1 :]
        ahead = list(takewhile(lambda t: t.text[:1].isupper() or t.text in JOINING, rest))
        named = bool(ahead) and any(
            ends_as_noun(sentence, token.i, self.look) for token in ahead[-1:]
        )
        by_name = sentence[max(word.i - 2, 0)].entity in ("GPE", "LOC", "NORP", "PERSON")
        done = word.tag in ("VBN", "JJ", "VBD") and not by_name
        return named and (done or word.tag in ("NN", "NNS"))

    def _across_glued(self, sentence: Sentence, place: int) -> int | None:
        """Over what hangs on the word before without a blank: a mark, a possessive, a letter."""
        token, before = sentence[place], sentence[place - 1]
        if closing_letter(sentence, place) and self._glued_particle_at(sentence, place + 1):
            return place + 1
        if token.tag == "POS":
            return self._across_possessive(sentence, place)
        if token.text in ("-", "'", "/") and token.start == before.end:
            return self._across_mark(sentence, place)
        return None

    def _glued_particle_at(self, sentence: Sentence, place: int) -> bool:
        return sentence[place].text in self.look.particles and glued_particle(sentence, place)

    def _across_possessive(self, sentence: Sentence, place: int) -> int | None:
        # "Workers' Party": one name where the engine sees one body in it, or where people own it.
        mark, behind = sentence[place], sentence.tokens[place + 1 : place + 2]
        if behind and self._capital(behind[0]) and self._of_people(sentence[place - 1]):
            return place + 1
        owner = sentence[place - 1]
        if behind and behind[0].text.istitle() and owner.entity not in ("PERSON", "GPE", "NORP"):
            # "Regent's Park"
            place_name = behind[0].text.lower() in self.look.nouns["place_nouns"]
            if place_name and behind[0].pos == "PROPN":
                return place + 1
        if own_ending(sentence, place, self.look):
            return place
        if behind and self._capital(behind[0]) and mark.entity == "ORG":
            one = behind[0].entity == "ORG" and not behind[0].begins
            return place + 1 if one and not self.look.is_given(behind[0].text) else None
        return None

    def _of_people(self, token: Token) -> bool:
        nouns = self.look.nouns
        word = token.text.lower()
        people = nouns["group_nouns"] | nouns["person_nouns"] | nouns["kin"]
        return {word, word.removesuffix("s")} & people != set()

    def _across_particle(self, sentence: Sentence, place: int) -> int | None:
        ahead = place + 1
        if ahead < len(sentence) and sentence[ahead].text == "-":
            ahead += 1
        elif sentence[place].text.lower() in GLUED_ONLY:
            return None
        elif ahead < len(sentence) and sentence[ahead].text in self.look.particles:
            # "de la Rey", "van der Berg".
            ahead += 1
        if ahead < len(sentence) and self._capital(sentence[ahead]):
            return ahead
        return None

    def _across_of(self, sentence: Sentence, last: int, place: int) -> int | None:
        """Over "of" or "of the", where a body or a text is named by what it is of."""
        nouns, word = self.look.nouns, sentence[last].text.lower()
        if sentence[last].tag == "POS":
            # "Lloyd's of London"
            inside = sentence.tokens[place : place + 2]
            one = len(inside) == 2 and all(t.entity == "ORG" and not t.begins for t in inside)
            return place + 1 if one and self._capital(inside[1]) else None
        paper = word in nouns["outlet_nouns"] and sentence[place].text == "of"
        land = (word in nouns["lands"] or word in nouns["waters"]) and (
            sentence[place].text == "of"
        )
        people = last and self._of_people(sentence[last]) and sentence[last].tag.endswith("S")
        if word not in nouns["organization_nouns"] and not paper and not land and not people:
            return None
        ahead = place + 1
        if ahead < len(sentence) and sentence[ahead].text == "the":
            ahead += 1
        if ahead >= len(sentence) or not self._capital(sentence[ahead]):
            return None
        title = sentence[ahead].text.lower().rstrip(".")
        if (title,) in self.look.titles and title not in nouns["portfolios"]:
            # "the 5th Uhlans of Count Lee"
            return None
        if east_asian(sentence, ahead + 2, self.look) or led_by(sentence, last, ahead, self.look):
            # "the 1st Division of Paik Min-ho"
            return None
        # "Unit 7 of the Guard" names two bodies; "Ministry of Trade" one.
        seen_to = nouns["portfolios"] | nouns["compass"]
        one = (
            sentence[place].text == "for"
            or sentence[ahead - 1].text != "the"
            or sentence[ahead].text.lower() in seen_to
        )
        # "Farmers' Party of Peru": where more than its kind is told before, its land belongs to it.
        told = last > 0 and (
            sentence[last - 1].text[:1].isupper() or sentence[last - 1].tag == "POS"
        )
        one |= self._only_kind(sentence, last)
        return ahead if one and (paper or land or told or not sentence[ahead].begins) else None

    def _only_kind(self, sentence: Sentence, place: int) -> bool:
        """Whether a kind of house alone stands here, named by whose it is: "the Orchestra of the
        Velm Theatre"; a unit or a branch has a name beside its body's."""
        house = sentence[place].text.lower() in self.look.nouns["house_nouns"]
        return house and place > 0 and not sentence[place - 1].text[:1].isupper()

    def _across_and(self, sentence: Sentence, last: int, place: int) -> int | None:
        if place + 1 >= len(sentence):
            return None
        before, conjunction, behind = sentence.tokens[last : place + 2]
        if told_as_two(sentence, last):
            return None
        if conjunction.text not in ("and", "&") or firm_of_two(sentence, place):
            # English has no such word: "Brandt und Voss".
            return place + 1 if self._capital(behind) and self._capital(before) else None
        one = all(t.entity == "ORG" and not t.begins for t in (conjunction, behind))
        if two_halves(sentence, last, place, self.look):
            return place + 1
        return place + 1 if one and before.entity == "ORG" and self._capital(behind) else None

"""The briefing's sections on a turning point and on time: each sentence with its words."""

from sayso.analysis.network.asking import Material
from sayso.analysis.network.turning import turning_points
from sayso.publish.briefing import Picture
from sayso.publish.compose import compose
from sayso.publish.html import html
from sayso.publish.markdown import markdown
from tests.factory import Builder, takes
from tests.harbour import harbour

TEXT = (
    "General Ova commanded the Fleet. Admiral Pell commands the Fleet. Pell succeeded Ova. "
    "Ova was killed on 3 March 2021. Pell is the deputy of Ova."
)


def case():
    made = Builder()
    report = made.report("a", TEXT, title="On the Fleet", author="A", language="en")
    old, new = made.add("Person", "Ova"), made.add("Person", "Pell")
    fleet = made.add("Organization", "Fleet")
    made.tie_of("commands", old, fleet, made.told(report, "General Ova commanded the Fleet"))
    made.tie_of("commands", new, fleet, made.told(report, "Admiral Pell commands the Fleet"))
    made.tie_of("succeeds", new, old, made.told(report, "Pell succeeded Ova"))
    made.tie_of("deputy_of", new, old, made.told(report, "Pell is the deputy of Ova"))
    words = "Ova was killed on 3 March 2021"
    day = {"earliest": "2021-03-03", "latest": "2021-03-03"}
    killed = made.told(report, words, participants=takes("target", old), **day)
    made.event("ASSAULT/kill", killed, **day)
    return made.view()


def test_the_briefing_finds_the_day_on_which_most_changed() -> None:
    """The death ends two ties and begins a third; who took over is told with the words for it."""
    view = case()
    briefing = compose(view, chosen=("structure",))
    [section] = briefing.sections
    page = markdown(briefing)

    assert turning_points(Material.of(view)) == [("2021-03-03", 3)]
    assert section.title == "Before and after 3 March 2021"
    assert "Pell has what Ova had: Pell commands Fleet" in page
    assert "was killed on 3 March 2021" in page
    assert any(isinstance(part, Picture) for part in section.parts)
    assert 'src="data:image/svg+xml;base64,' in html(briefing)


def test_without_a_turning_point_or_a_quarter_the_sections_say_so() -> None:
    """An empty case has neither."""
    page = markdown(compose(Builder().view(), chosen=("structure", "quarterly")))

    assert "no turning point can be shown" in page
    assert "to set out over time" in page


def test_the_quarters_of_a_case_stand_in_the_briefing() -> None:
    """Each count with the words of its first tellings."""
    page = markdown(compose(harbour(), chosen=("quarterly",)))

    assert "2021-Q1" in page
    assert "1 event" in page

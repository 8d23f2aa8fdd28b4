"""Texts that are put out, and what is later told out of them, with the real engine."""

from tests.extract.telling import chain, told


def test_what_an_account_says_has_the_sources_of_the_account(engine) -> None:
    """ "It says" and "the same account" go back to who put it out and on whose word."""
    text = (
        "On May 3 the website Harbour Mirror published an account of the fire based on "
        "conversations with five sailors. It says that the fire began at noon. According to the "
        "same account, the crew left at once."
    )

    assert [chain(a) for a in told(engine, text)] == [
        ["Harbour Mirror", "five sailors"],
        ["Harbour Mirror", "five sailors"],
    ]


def test_a_publication_alone_says_nothing(engine) -> None:
    """That a report came out is no word of what stands in it."""
    assert told(engine, "The bank published a report on Tuesday.") == ()


def test_a_statement_told_in_the_same_breath_is_a_saying(engine) -> None:
    """Where the words of the text follow, they are what its author says."""
    (found,) = told(engine, "The bank issued a statement saying that the loan was safe.")

    assert (chain(found), found.content.quote) == (["bank"], "that the loan was safe")

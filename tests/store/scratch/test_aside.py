from hypothesis import given
from hypothesis import strategies as st

from sayso.store.scratch.aside import Aside

KEYS = st.text(max_size=3)


@given(st.lists(st.tuples(KEYS, st.binary(max_size=50) | st.frozensets(st.integers()))))
def test_what_is_laid_aside_last_comes_back(put: list[tuple[str, object]]) -> None:
    aside: Aside[str, object] = Aside()
    for key, value in put:
        aside[key] = value
        assert aside[key] == value
    assert {key: aside[key] for key, _ in put} == dict(put)
    assert "never put in" not in aside

"""Questions of a finished case: pure functions over a view of it."""

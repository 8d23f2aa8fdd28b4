"""What an analyst does in the browser: each deed is one form."""

"""Who says what: from sayings found in the text to cited attributions with chains and hedges."""

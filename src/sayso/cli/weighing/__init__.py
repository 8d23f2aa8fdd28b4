"""Commands that weigh what is said: claims, comparisons, checks, and the analyst's word on them."""

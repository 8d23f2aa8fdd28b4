"""What a small grammar model reads wrongly, put right word by word."""

"""One speaker against himself: what somebody says at one time and takes back at another."""

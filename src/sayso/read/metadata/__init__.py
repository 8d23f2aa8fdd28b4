"""What a report says of itself: title, publisher, author, date."""

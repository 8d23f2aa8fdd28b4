"""What each page says: functions from a view and a request to a page."""

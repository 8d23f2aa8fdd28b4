"""Who is who in a case: names gathered from the documents, and decisions of analysts applied."""

"""Who is who, and what is the same event: keys, scores, clusters, reasons. Nothing is read here."""

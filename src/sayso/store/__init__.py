"""The case: one file for reports, findings and answers. The only room that speaks SQL."""

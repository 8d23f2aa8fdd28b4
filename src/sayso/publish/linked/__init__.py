"""A case as linked records: FollowTheMoney, Web Annotation, PROV, STIX, ClaimReview."""

"""A case as entities and statements of FollowTheMoney."""

"""The ledger of judgements: who says up, down or on, by front and aspect."""

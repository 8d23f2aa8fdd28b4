"""Who is what to whom: from offices, verbs and compounds to accounts of lasting ties."""

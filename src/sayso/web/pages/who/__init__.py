"""Who is who: the list of names, and the dossier of one."""

"""Room on disk for what is under work and too much for memory; gone when the work is done."""

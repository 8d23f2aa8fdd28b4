"""What a chain of sources is made of: its nodes, what stands beside a cue, what points back."""

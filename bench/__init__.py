"""The measured promises: our programs against bare ones, in turn, in the same run."""

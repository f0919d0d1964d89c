"""A copy of everything, and putting it back: database and media of one moment, with what proves that they are whole."""

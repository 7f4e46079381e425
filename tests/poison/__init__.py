"""A cabinet of bad files: one of each kind that has ever stopped or fooled a program that reads documents."""

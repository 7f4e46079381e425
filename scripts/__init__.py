"""Programs for those who develop the project; users need none of them."""

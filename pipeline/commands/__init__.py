"""The commands of ``ita``: one module each with ``register(app)``, heavy imports inside the functions."""

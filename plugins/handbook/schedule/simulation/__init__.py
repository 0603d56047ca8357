"""Monte Carlo over a network: the same passes as the critical path method, many runs at a time.

Needs numpy, so nothing imports it before a simulation is asked for.
"""

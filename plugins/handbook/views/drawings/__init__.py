"""Drawings: pictures of plans and risks as SVG text, coloured by the classes of ``assets/handbook.css``."""

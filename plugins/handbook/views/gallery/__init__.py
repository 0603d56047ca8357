"""The gallery: one view a file; a file dropped in here can be embedded on any page."""

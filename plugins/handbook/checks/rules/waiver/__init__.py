"""Rules about waivers: rules that are set aside for one record, until a day."""

"""The single bridge from records to the scheduling engine and back: Book -> Network -> Plan."""

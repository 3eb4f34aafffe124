package dk.rettidig.flag.store;

import java.util.UUID;

/** What rows of a flag are found by; the municipality comes first. */
record FlagKey(short municipality, UUID id) {}

package dk.rettidig.review;

import dk.rettidig.flag.FlagId;
import java.time.Instant;

/** An outcome that stands: one a flag. */
public record RecordedOutcome(FlagId flag, Outcome outcome, Instant at) {}

package dk.rettidig.review;

import dk.rettidig.access.ActorName;
import dk.rettidig.flag.FlagId;
import java.time.Instant;

/** An own view that can no longer be changed: one a flag and person. */
public record SealedView(FlagId flag, ActorName by, OwnView view, Instant at) {}

package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.scoring.ModelRef;
import java.time.Instant;
import java.util.UUID;

/** A model that is not used any more in a municipality, for good. */
public record Withdrawal(UUID id, MunicipalityCode municipality, ModelRef model, Instant at) {}

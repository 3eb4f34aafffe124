package dk.rettidig.ledger.witness;

import org.eclipse.microprofile.health.HealthCheckResponse;

/** What readiness says of witnesses, for tests without a container. */
public final class WitnessReadiness {

    private WitnessReadiness() {}

    /** The check as it is now. */
    public static HealthCheckResponse of(Witnesses witnesses) {
        return new WitnessHealth(witnesses).call();
    }
}

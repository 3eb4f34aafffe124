package dk.rettidig.ledger.witness;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the quorum of witnesses is missing, since no receipt can be given then; says how each witness does. */
@Readiness
@Singleton
class WitnessHealth implements HealthCheck {

    private final Witnesses witnesses;

    WitnessHealth(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("witnesses")
                .withData("quorum", witnesses.quorum())
                .status(!witnesses.isQuorumMissing());
        if (witnesses.isQuorumMissing()) {
            response.withData("trouble", "witness_quorum_missing");
        }
        witnesses
                .statuses()
                .forEach(each ->
                        response.withData(each.name(), each.state().id() + ", size " + each.size() + ", " + each.at()));
        return response.build();
    }
}

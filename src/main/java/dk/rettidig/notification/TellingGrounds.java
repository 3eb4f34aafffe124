package dk.rettidig.notification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the gate before a scheduled job tells people of a municipality what is not done. */
@Singleton
public class TellingGrounds {

    private static final Logger LOG = Logger.getLogger(TellingGrounds.class);
    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Gate gate;

    TellingGrounds(Gate gate) {
        this.gate = gate;
    }

    /** Whether the gate permits it; a refusal is an entry and a warning, and nobody is told. */
    public boolean permit(MunicipalityCode municipality) {
        try {
            gate.demand(
                    Request.plain(SCHEDULER, Action.TELL_DEADLINES, Purpose.ADMINISTRATION, Optional.of(municipality)));
            return true;
        } catch (RefusedFault refused) {
            LOG.warnf(
                    "nobody is told of deadlines municipality=%s: %s",
                    municipality, refused.errorCode().code());
            return false;
        }
    }
}

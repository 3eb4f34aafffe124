package dk.rettidig.feed.intake;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose agreements and deliveries somebody reads. A person of a municipality reads its own; the operator, who serves all of
 * them and belongs to none, names one, so that the record says whose it was.
 */
@ApplicationScoped
public class FeedReaders {

    private final Gate gate;
    private final CurrentActor currentActor;

    FeedReaders(Gate gate, CurrentActor currentActor) {
        this.gate = gate;
        this.currentActor = currentActor;
    }

    /**
     * Asks the gate, and only then says what is wrong with the name.
     *
     * @param named three digits, or null when the caller named none
     * @throws dk.rettidig.gate.RefusedFault when the gate refuses, another municipality than one's own for instance
     */
    public MunicipalityCode demand(Action action, @Nullable String named) {
        Actor actor = currentActor.get();
        Optional<MunicipalityCode> asked = Optional.ofNullable(named).flatMap(FeedReaders::parse);
        Optional<MunicipalityCode> about = asked.or(actor::municipality);
        gate.demand(Request.plain(actor, action, Purpose.ADMINISTRATION, about));
        if (named != null && asked.isEmpty()) {
            throw new FeedFault(FeedErrorCode.MUNICIPALITY_NEEDED);
        }
        return about.orElseThrow(() -> new FeedFault(FeedErrorCode.MUNICIPALITY_NEEDED));
    }

    private static Optional<MunicipalityCode> parse(String text) {
        try {
            return Optional.of(new MunicipalityCode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

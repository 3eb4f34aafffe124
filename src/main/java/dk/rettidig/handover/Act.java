package dk.rettidig.handover;

import dk.rettidig.access.ActorKind;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person of one municipality did about a handover, as both may read it.
 *
 * @param number in order, from 1
 * @param code one of {@link ActKind#codes}; blank when there is none to choose
 * @param materials kinds of material that are asked for, or were sent; mostly none
 * @param job what the person does; its name stays in its own municipality
 */
public record Act(
        int number,
        ActKind kind,
        String code,
        Optional<Justification> because,
        Set<String> materials,
        ActorKind job,
        Instant at) {

    public Act {
        materials = Collections.unmodifiableSet(new TreeSet<>(materials));
    }
}

package dk.rettidig.flag;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import jakarta.inject.Singleton;

/** Asks the gate whether somebody may see which runs took place. Nobody sees them for another purpose than their role's. */
@Singleton
public class RunReaders {

    private final Gate gate;

    RunReaders(Gate gate) {
        this.gate = gate;
    }

    /**
     * Asks.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit it
     */
    public void demand(Actor reader) {
        gate.demand(Request.plain(reader, Action.READ_RUNS, purpose(reader.kind()), reader.municipality()));
    }

    /** What a role reads runs for: to supervise, to develop, to keep the service going, or to help children. */
    static Purpose purpose(ActorKind role) {
        return switch (role) {
            case DATA_PROTECTION_OFFICER, LEGAL_REVIEWER -> Purpose.SUPERVISION;
            case MODEL_OWNER -> Purpose.MODEL_DEVELOPMENT;
            case DATA_TEAM_PERSON, OPERATOR -> Purpose.ADMINISTRATION;
            default -> Purpose.CHILD_SUPPORT;
        };
    }
}

package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.OpenCases;
import dk.rettidig.followup.ListedChildren;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames that the service makes itself from what was delivered to it, so that nobody can leave a case out. A case is named by the
 * child's pseudonym, which the case system made and finds its own case by: what is delivered has no case numbers (ADR 0135).
 */
@Singleton
class OwnFrames {

    private final OpenCases cases;
    private final ListedChildren followUps;
    private final SecureRandom random = new SecureRandom();

    OwnFrames(OpenCases cases, ListedChildren followUps) {
        this.cases = cases;
        this.followUps = followUps;
    }

    /**
     * Asks the gate, on the basis on which the children's data are there.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit
     */
    void demand(Actor actor, DrawnFrom from, Action action) {
        switch (from) {
            case ALL_CASES, PLACEMENTS -> cases.demand(actor, action);
            case FOLLOW_UP -> followUps.demand(actor, action);
        }
    }

    /** The cases, each under a fresh key, in the caller's transaction; the caller asked the gate and holds the pseudonyms. */
    List<FrameCase> make(MunicipalityCode municipality, DrawnFrom from, Instant now) {
        Map<Pseudonym, String> handlers = new LinkedHashMap<>();
        switch (from) {
            case ALL_CASES ->
                cases.on(municipality, OpenCases.Which.ALL, now).forEach(child -> handlers.put(child, ""));
            case PLACEMENTS ->
                cases.on(municipality, OpenCases.Which.PLACED, now).forEach(child -> handlers.put(child, ""));
            case FOLLOW_UP ->
                followUps
                        .on(municipality)
                        .forEach(listed -> handlers.putIfAbsent(
                                listed.child(),
                                listed.responsible().map(ActorName::value).orElse("")));
        }
        return handlers.entrySet().stream()
                .map(each -> FrameCase.of(key(), CaseReference.of(each.getKey()), each.getValue()))
                .toList();
    }

    private byte[] key() {
        byte[] key = new byte[Draw.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}

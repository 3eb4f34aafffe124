package dk.rettidig.handover;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handovers on file. Each method takes part in the caller's transaction and leaves it seeing the municipality it names. */
public interface Handovers {

    /**
     * Whatever one municipality may know of a handover.
     *
     * @param handover empty at the receiver before the delivery
     * @param people who of the own municipality did which act
     */
    record Filed(
            OwnSide own,
            Optional<Handover> handover,
            List<Act> acts,
            Map<Integer, ActorName> people,
            List<Telling> tellings) {

        public Filed {
            acts = List.copyOf(acts);
            people = Map.copyOf(people);
            tellings = List.copyOf(tellings);
        }

        /** Where it stands. */
        public Stage stage() {
            return Stage.of(own, handover, acts);
        }

        /** What was handed over; empty at the receiver until somebody there opened it. */
        public Optional<Handover> contents() {
            boolean opened = acts.stream().anyMatch(act -> act.kind() == ActKind.OPENED);
            return handover.filter(each -> own.side() == HandoverSide.SENDER || opened);
        }

        /** Grows with everything that changes it. */
        public int version() {
            int delivered = handover.flatMap(Handover::deliveredAt).isPresent() ? 1 : 0;
            return acts.size() + delivered + (own.endedAt().isPresent() ? 1 : 0);
        }
    }

    /**
     * Which of them.
     *
     * @param side what was sent, or what is received; both when empty
     * @param ended what is ended on the own side, or what is not
     */
    record Filter(Optional<HandoverSide> side, boolean ended) {

        /** What is not ended. */
        public static final Filter OPEN = new Filter(Optional.empty(), false);
    }

    /** A place in the list, after which the next page begins. */
    record Place(Instant announcedAt, HandoverId id) {}

    /** Files what was sent, and both sides of it. */
    void add(Handover handover, OwnSide sender, OwnSide receiver);

    /** The handover of this child to that municipality that is not ended. */
    Optional<HandoverId> underWay(MunicipalityCode municipality, Pseudonym child, MunicipalityCode receiver);

    /** Keeps others from writing about the same handover until the transaction ends. */
    void hold(HandoverId id);

    /** Everything about one. */
    Optional<Filed> find(MunicipalityCode municipality, HandoverId id);

    /** All of a child, by the own pseudonym, oldest first. */
    List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child);

    /** Who has waited longest comes first. */
    List<Filed> list(MunicipalityCode municipality, Filter filter, Optional<Place> after, int limit);

    /**
     * Files an act and what the own side has become by it.
     *
     * @param endsOther whether it ends the other side as well
     */
    void act(OwnSide own, Act act, ActorName by, boolean endsOther);

    /**
     * Delivers what waits for children that have moved, by the pairs that are staged: pseudonyms of the sender and the
     * receiver.
     *
     * @return both sides of each
     */
    List<OwnSide> deliver(MunicipalityCode sender, MunicipalityCode receiver, Instant now);

    /** Whether anything waits for a child of the pairs that are staged. */
    boolean waits(MunicipalityCode sender, MunicipalityCode receiver);

    /** Files that somebody was told; false when that was filed before. */
    boolean tell(OwnSide own, Telling telling);

    /** Files when somebody is told next. */
    void reckon(OwnSide own, Optional<Instant> tell);

    /** Of which somebody is to be told by now, at most so many. */
    List<Filed> toTell(MunicipalityCode municipality, Instant now, int most);

    /** Municipalities that have handovers. */
    List<MunicipalityCode> municipalities();

    /** Erases the own side of what ended before the moment, unless a halt keeps it; the last side takes the rest with it. */
    List<HandoverId> eraseEnded(MunicipalityCode municipality, Instant before);
}

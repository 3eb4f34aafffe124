package dk.rettidig.followup;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follow-ups on file. Each method takes part in the caller's transaction. */
public interface FollowUps {

    /** Whatever is on file about one follow-up. */
    record Filed(
            FollowUp followUp, List<Telling> tellings, List<Closing> closings, List<Measure> measures, int version) {

        public Filed {
            tellings = List.copyOf(tellings);
            closings = List.copyOf(closings);
            measures = List.copyOf(measures);
        }

        /** Who was told of the present time on the list. */
        List<Telling> told() {
            return tellings.stream()
                    .filter(telling -> telling.opening() == followUp.opening())
                    .toList();
        }

        /** Whether the team leader was told of the present time on the list. */
        public boolean leaderTold() {
            return told().stream().anyMatch(telling -> telling.to().isEmpty());
        }

        /** How a person closed the present time on the list. */
        public Optional<Closing> closed() {
            return closings.stream()
                    .filter(closing -> closing.opening() == followUp.opening())
                    .findFirst();
        }

        /** The same with one more telling. */
        public Filed told(Telling telling) {
            List<Telling> all = new ArrayList<>(tellings);
            all.add(telling);
            return new Filed(followUp, all, closings, measures, version);
        }

        /** The same follow-up as it is now. */
        Filed with(FollowUp changed) {
            return new Filed(changed, tellings, closings, measures, version);
        }
    }

    /**
     * Which of them.
     *
     * @param reason only those with it
     */
    record Filter(FollowUp.State state, Optional<Reason> reason) {

        /** What is on the list. */
        public static final Filter OPEN = new Filter(FollowUp.State.OPEN, Optional.empty());
    }

    /** A place in the list, after which the next page begins. */
    record Place(Instant listedAt, FollowUpId id) {}

    /** Counts for the front page. */
    record Waiting(long open, Optional<Instant> longest) {}

    /** Keeps others from writing about the same child until the transaction ends. */
    void hold(MunicipalityCode municipality, Pseudonym child);

    /**
     * The same for every child of the municipality. What is on file about these is read at once and answered from memory, and what is
     * written about them is gathered.
     */
    void expect(MunicipalityCode municipality, Set<Pseudonym> children);

    /** Writes what was gathered. */
    void write();

    /** Files a new one. */
    void add(FollowUp followUp, Optional<Instant> tell);

    /** Everything about a child: more than one where two pseudonyms turned out to be one child. */
    List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child);

    /** Everything about one. */
    Optional<Filed> find(MunicipalityCode municipality, FollowUpId id);

    /** Files what it has become, and when somebody is told next. */
    void change(FollowUp followUp, Optional<Instant> tell);

    /** Files when somebody is told next; what a person has open stays as it was read. */
    void reckon(FollowUp followUp, Optional<Instant> tell);

    /** Files that somebody was told; false when that was filed before. */
    boolean tell(FollowUp followUp, Telling telling);

    /** Files a closing. */
    void close(FollowUp followUp, Closing closing);

    /** Files a measure, or how it ends. */
    void measure(FollowUp followUp, Measure measure, Instant seen);

    /** Takes a measure back that the case system took back. */
    void forget(FollowUp followUp, Measure measure);

    /** Who has waited longest comes first. */
    List<Filed> list(MunicipalityCode municipality, Filter filter, Optional<Place> after, int limit);

    /** How many wait. */
    Waiting waiting(MunicipalityCode municipality);

    /** Whether somebody is to be told, or something comes back, by now. */
    boolean anyDue(MunicipalityCode municipality, Instant now);

    /**
     * Of which somebody is to be told by now, at most so many. They are held until the transaction ends, what another transaction
     * holds is left to it, and what is written about them is gathered.
     */
    List<Filed> toTell(MunicipalityCode municipality, Instant now, int most);

    /** What comes back by now, at most so many. */
    List<Filed> comingBack(MunicipalityCode municipality, Instant now, int most);

    /** Municipalities that have follow-ups. */
    List<MunicipalityCode> municipalities();

    /** The measures of every child that is followed up or watched. */
    Map<Pseudonym, List<Measure>> measures(MunicipalityCode municipality);

    /** Erases those off the list whose newest notification arrived before the moment, unless a halt keeps them. */
    List<FollowUpId> eraseEnded(MunicipalityCode municipality, Instant before);
}

package dk.rettidig.followup;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A child that is followed up, or was.
 *
 * @param reasons why; empty while {@link State#WATCHED}
 * @param notifications how many the list's definition counts
 * @param responsible who answers for the newest notification, and is told first; empty is whoever leads the team
 * @param opening how many times it came on the list
 * @param listedAt when it did so last: the receipt of the notification, or when it came back
 * @param latestAt when the newest notification arrived
 * @param backAt when it comes back, while it is closed as being handled
 * @param measure the measure that took it off the list
 */
public record FollowUp(
        FollowUpId id,
        MunicipalityCode municipality,
        Pseudonym child,
        Set<Reason> reasons,
        int notifications,
        Optional<ActorName> responsible,
        State state,
        int opening,
        Instant listedAt,
        Instant latestAt,
        Optional<Instant> backAt,
        Optional<Measure> measure) {

    public FollowUp {
        reasons = reasons.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }

    /** Where it stands. */
    public enum State {
        /** Counted by a statistic and not on the list. */
        WATCHED,
        /** On the list. */
        OPEN,
        /** A person closed it. */
        CLOSED,
        /** A measure is registered. */
        MEASURE;

        /** The word in rows and JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Parses the word. */
        public static Optional<State> parse(String id) {
            return Arrays.stream(values())
                    .filter(state -> state.id().equals(id))
                    .findFirst();
        }
    }

    /** The words of the reasons, in the order of the enum. */
    public List<String> reasonIds() {
        return reasons.stream().map(Reason::id).toList();
    }

    /** With a newer notification; reasons are never taken away. */
    FollowUp notified(Set<Reason> more, int counted, Optional<ActorName> answers, Instant received) {
        Set<Reason> all = EnumSet.noneOf(Reason.class);
        all.addAll(reasons);
        all.addAll(more);
        Instant newest = received.isAfter(latestAt) ? received : latestAt;
        return new FollowUp(
                id,
                municipality,
                child,
                all,
                counted,
                answers.or(() -> responsible),
                state,
                opening,
                listedAt,
                newest,
                backAt,
                measure);
    }

    /** On the list, once more. */
    FollowUp listed(Instant at) {
        return in(State.OPEN, opening + 1, at, Optional.empty(), Optional.empty());
    }

    /** Closed by a person. */
    FollowUp closed(Optional<Instant> back) {
        return in(State.CLOSED, opening, listedAt, back, Optional.empty());
    }

    /** Off the list because of a measure. */
    FollowUp answered(Measure by) {
        return in(State.MEASURE, opening, listedAt, Optional.empty(), Optional.of(by));
    }

    private FollowUp in(State next, int times, Instant listed, Optional<Instant> back, Optional<Measure> by) {
        return new FollowUp(
                id, municipality, child, reasons, notifications, responsible, next, times, listed, latestAt, back, by);
    }
}

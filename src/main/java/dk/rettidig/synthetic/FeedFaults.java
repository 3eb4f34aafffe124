package dk.rettidig.synthetic;

import dk.rettidig.synthetic.FaultCounts.Kind;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Sends a fact as one row or more, with the feed faults that are planted, and counts them. Made once a block. */
final class FeedFaults {

    /** Keeps an elder sibling's faults apart from those of the child who has its number now. */
    private static final int GENERATION_SHIFT = 16;

    private final PopulationSettings settings;
    private final Instant limit;
    private final FaultCounts counts = new FaultCounts();

    FeedFaults(PopulationSettings settings, Instant limit) {
        this.settings = settings;
        this.limit = limit;
    }

    FaultCounts counts() {
        return counts;
    }

    /** A row that no fault befalls. */
    void plain(SyntheticFeed feed, FeedRow row, BiConsumer<SyntheticFeed, FeedRow> sink) {
        counts.up(feed, Kind.LINES);
        sink.accept(feed, row);
    }

    /** A fact of this child; {@code position} tells its facts apart. */
    void send(Person person, SyntheticFeed feed, FeedRow row, int position, BiConsumer<SyntheticFeed, FeedRow> sink) {
        Draws draws = draws(person, position);
        counts.up(feed, Kind.FACTS);
        FeedRow sent = late(feed, row, draws);
        boolean twice = draws.chance(Defect.DUPLICATED) && settings.has(Defect.DUPLICATES);
        boolean corrected = draws.chance(Defect.CORRECTED) && settings.has(Defect.CORRECTIONS);
        if (corrected && feed != SyntheticFeed.SCOPE && sent.knownAt().isBefore(limit)) {
            counts.up(feed, Kind.CORRECTIONS);
            plain(feed, sent.valued(wrong(sent)), sink);
            sent = sent.known(later(sent.knownAt(), draws));
        }
        plain(feed, sent, sink);
        if (twice) {
            counts.up(feed, Kind.DUPLICATES);
            plain(feed, sent, sink);
        }
    }

    private Draws draws(Person person, int position) {
        long third = position + ((long) person.generation() << GENERATION_SHIFT);
        return Draws.before(
                settings.yearsBefore(),
                settings.seed(),
                Draws.Purpose.FAULT,
                person.municipality(),
                person.number(),
                third);
    }

    private FeedRow late(SyntheticFeed feed, FeedRow row, Draws draws) {
        boolean late = draws.chance(Defect.LATE_SHARE) && settings.has(Defect.LATE);
        if (Duration.between(row.knownAt(), limit).toDays() < 1) {
            return row;
        }
        counts.up(feed, Kind.TIMELY);
        if (!late) {
            return row;
        }
        counts.up(feed, Kind.LATE);
        return row.known(later(row.knownAt(), draws));
    }

    /** Another value that could be true: half a share, a count, code or answer of one. */
    private static double wrong(FeedRow row) {
        if (row.decimals() > 1) {
            return row.value() == 0 ? 0.05 : Math.rint(row.value() * 5_000) / 10_000;
        }
        return row.value() == 1 ? isCode(row) ? 2 : 0 : 1;
    }

    private static boolean isCode(FeedRow row) {
        return row.indicator().equals(SyntheticIndicator.AGE_BAND.name())
                || row.indicator().equals(SyntheticIndicator.NOTIF_GROUP.name());
    }

    /** One to fourteen days later, to the second, but never after the last minute before the as-of day. */
    private Instant later(Instant knownAt, Draws draws) {
        long room = Duration.between(knownAt, limit).toSeconds();
        long most = Math.min(room, Duration.ofDays(Defect.LATE_DAYS).toSeconds());
        long least = Math.min(room, Duration.ofDays(1).toSeconds());
        return knownAt.plusSeconds(least + (long) (draws.uniform() * (most - least)));
    }
}

package dk.rettidig.synthetic;

import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A child who doesn't exist: who, what is true of it, what its sources show. Immutable.
 *
 * <p>{@link #observed} is what feeds contain and all that a model may be trained on as input; {@link #latent} and
 * {@link #outcomes} are truth, which no feed contains.
 */
public final class SyntheticChild {

    private final Person person;
    private final Latent latent;
    private final Outcomes outcomes;
    private final NotificationHistory history;
    private final double[] values;
    private final Set<SyntheticFeed> silent;
    private final PseudonymSource pseudonyms;

    SyntheticChild(
            Person person,
            Latent latent,
            Outcomes outcomes,
            NotificationHistory history,
            double[] values,
            Set<SyntheticFeed> silent,
            PseudonymSource pseudonyms) {
        this.person = person;
        this.latent = latent;
        this.outcomes = outcomes;
        this.history = history;
        this.values = values;
        this.silent = silent;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Who a child is.
     *
     * @param municipality three-digit code
     * @param number 0, 1, 2 ... within the municipality
     * @param family number of the family within the municipality; siblings share it
     * @param age in whole years, 0 to 17, at the as-of day
     * @param groupG whether the child belongs to group g (11 %), which is synthetic and stands for no real group
     * @param movedDaysAgo days since it moved to another municipality, or -1
     * @param generation 0; in an earlier cohort 1 for an elder sibling who has turned 18 since and whose number a later
     *     born child has
     */
    public record Person(
            int municipality,
            int number,
            int family,
            int age,
            boolean girl,
            boolean groupG,
            int movedDaysAgo,
            int generation) {

        /** The id in the truth file, for instance {@code S999-000123}; it can't be a CPR number. */
        public String id() {
            String digits = Integer.toString(number);
            String elder = generation == 0 ? "" : "-" + generation;
            return "S" + municipality + "-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits + elder;
        }

        /** The id of the family in the truth file, for instance {@code F999-000061}. */
        public String familyId() {
            String digits = Integer.toString(family);
            return "F" + municipality + "-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
        }

        /** One number for the family in the whole country and in every cohort: siblings share it. For modelling only. */
        public long familyKey() {
            return (long) municipality << 32 | family;
        }

        /** 1 for ages 0-2, 2 for 3-6, 3 for 7-12, 4 for 13-17. */
        public int ageBand() {
            if (age <= 2) {
                return 1;
            }
            if (age <= 6) {
                return 2;
            }
            return age <= 12 ? 3 : 4;
        }
    }

    /**
     * What no registry sees.
     *
     * @param family factor F, standard normal, shared by siblings
     * @param child factor C, standard normal
     * @param need whether the child needs support
     */
    public record Latent(double family, double child, boolean need) {}

    /**
     * What became of it.
     *
     * @param assessedNeed N: the assessment within six months of the latest notification found need; false for children
     *     who weren't notified
     * @param registeredMeasure N and a measure was registered, see {@link Defect#LABEL_NOISE}
     * @param notifiedAgain A: notified in the 12 months after the as-of day; in an earlier cohort what the next one's
     *     register shows
     * @param grave G: grave and repeated
     * @param placed B: a new placement in the 12 months after
     * @param assessmentDays days from the latest notification until N was known, 60 to 182; 0 for children who weren't
     *     notified
     */
    public record Outcomes(
            boolean assessedNeed,
            boolean registeredMeasure,
            boolean notifiedAgain,
            boolean grave,
            boolean placed,
            int assessmentDays) {}

    /**
     * Notifications in the 12 months before the as-of day.
     *
     * @param count 0 when there were none; then the other two are 0
     * @param daysSince days from the latest to the as-of day, 1 to 365
     * @param notifier group of the latest, 1 to 11
     * @param silenced whether one from school or day care stayed away in the last quarter, see {@link Defect#DRIFT}: truth
     */
    public record NotificationHistory(int count, int daysSince, int notifier, boolean silenced) {

        static final NotificationHistory NONE = new NotificationHistory(0, 0, 0, false);
        static final NotificationHistory SILENCED = new NotificationHistory(0, 0, 0, true);

        /** Whether there was any. */
        public boolean notified() {
            return count > 0;
        }
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** What no registry sees. */
    public Latent latent() {
        return latent;
    }

    /** What became of it. */
    public Outcomes outcomes() {
        return outcomes;
    }

    /** Notifications in the year before. */
    public NotificationHistory history() {
        return history;
    }

    /** What is true, or nothing when the indicator doesn't apply (absence from school of a child of two). */
    public OptionalDouble actual(SyntheticIndicator indicator) {
        double value = values[indicator.position()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What the source says, or nothing when it doesn't apply or the source is silent about this child. */
    public OptionalDouble observed(SyntheticIndicator indicator) {
        return silent.contains(indicator.feed()) ? OptionalDouble.empty() : actual(indicator);
    }

    /** Whether this source is silent about the child, see {@link Defect#SURVEILLANCE}: truth. */
    public boolean isSilent(SyntheticFeed feed) {
        return silent.contains(feed);
    }

    /**
     * The day on which the assessment of the latest notification ended and N was known, as of the cohort's day; nothing
     * when the child wasn't notified.
     */
    public Optional<LocalDate> assessedOn(LocalDate day) {
        return history.notified()
                ? Optional.of(day.minusDays(history.daysSince()).plusDays(outcomes.assessmentDays()))
                : Optional.empty();
    }

    /** Whether the child is in scope at the as-of day: notified within the longest time in scope. */
    public boolean inScope(int scopeDays) {
        return history.notified() && history.daysSince() <= scopeDays && person.movedDaysAgo() < 0;
    }

    /** Its pseudonym in its municipality, derived from the seed. Computed anew at each call. */
    public Pseudonym pseudonym() {
        return Pseudonym.parse(pseudonymText());
    }

    /** The printed form of {@link #pseudonym}. */
    String pseudonymText() {
        return pseudonyms.text(person.municipality(), person.number(), person.generation());
    }

    /** The pseudonym of a notified child beside it who is not of the population, in a published year. */
    Pseudonym pseudonymBeside(int year) {
        return Pseudonym.parse(pseudonyms.beside(person.municipality(), person.number(), person.generation(), year));
    }

    /** Its printed pseudonym in the municipality that it moved to. */
    String pseudonymText(int destination) {
        return pseudonyms.moved(destination, person.municipality(), person.number());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyntheticChild that
                && person.equals(that.person)
                && latent.equals(that.latent)
                && outcomes.equals(that.outcomes)
                && history.equals(that.history)
                && Arrays.equals(values, that.values)
                && silent.equals(that.silent);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }

    @Override
    public String toString() {
        return "SyntheticChild[" + person.id() + "]";
    }
}

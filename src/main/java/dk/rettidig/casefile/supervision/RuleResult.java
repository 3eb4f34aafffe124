package dk.rettidig.casefile.supervision;

import dk.rettidig.statistics.Agreement;
import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.Sample;
import dk.rettidig.statistics.SampleWords;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a round shows of one rule, or of all together.
 *
 * @param population cases in the frame
 * @param sample cases drawn
 * @param faults cases in which both reviewers found the fault
 * @param open cases that are not settled: not yet reviewed by two, answered differently or undecidable
 */
public record RuleResult(int population, int sample, int faults, int open, Agreement agreement) {

    /** The level of every interval here. */
    public static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    /** The fewest cases of the frame with the fault: none of the open ones has it. */
    public int low() {
        return new Sample(population, sample, faults).interval(LEVEL).low();
    }

    /** The most cases of the frame with the fault: all of the open ones have it. */
    public int high() {
        return new Sample(population, sample, faults + open).interval(LEVEL).high();
    }

    /** Whether even the lower end is above a share of the cases. */
    public boolean surelyAbove(double share) {
        return low() > share * population;
    }

    /** How it compares to another round, when chance alone cannot explain the difference. */
    public Change since(RuleResult before) {
        double from = (double) low() / population;
        double to = (double) high() / population;
        if (to < (double) before.low() / before.population()) {
            return Change.FEWER;
        }
        return from > (double) before.high() / before.population() ? Change.MORE : Change.NOT_SHOWN;
    }

    /** What two rounds show beside each other. */
    public enum Change {
        FEWER("fewer"),
        MORE("more"),
        /** The intervals overlap. */
        NOT_SHOWN("not_shown");

        private final String id;

        Change(String id) {
            this.id = id;
        }

        /** The word in JSON. */
        public String id() {
            return id;
        }

        /** In words. */
        public String text(Language language) {
            return switch (this) {
                case FEWER ->
                    language.choose("færre fejl end i forrige runde", "fewer faults than in the round before");
                case MORE -> language.choose("flere fejl end i forrige runde", "more faults than in the round before");
                case NOT_SHOWN ->
                    language.choose(
                            "ingen forskel fra forrige runde, som stikprøverne kan vise",
                            "no difference from the round before that the samples can show");
            };
        }
    }

    /** What it shows and what it cannot, in sentences. */
    public List<String> lines(Language language) {
        if (open == 0) {
            SampleWords words = new SampleWords(new Sample(population, sample, faults), LEVEL, true, language);
            List<String> lines = new ArrayList<>(words.shows());
            lines.addAll(words.cannotShow());
            return List.copyOf(lines);
        }
        return List.of(
                language.choose(
                        "Begge fandt fejlen i " + count(faults, language) + " af " + count(sample, language)
                                + " sager. "
                                + count(open, language)
                                + " er ikke afklaret: ikke gennemgået af to, besvaret forskelligt "
                                + "eller uden svar i sagen.",
                        "Both found the fault in " + count(faults, language) + " of " + count(sample, language)
                                + " cases. " + count(open, language)
                                + " are not settled: not reviewed by two, answered differently or not settled by the file."),
                language.choose(
                        "Regnet begge veje har mellem " + count(low(), language) + " og " + count(high(), language)
                                + " af alle " + count(population, language) + " sager fejlen.",
                        "Counted both ways, between " + count(low(), language) + " and " + count(high(), language)
                                + " of all " + count(population, language) + " cases have the fault."));
    }

    private static String count(long number, Language language) {
        return Words.count(number, language);
    }
}

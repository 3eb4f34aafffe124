package dk.rettidig.review.page;

import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.Reviews;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.List;

/**
 * One flag as its pages show it before the seal, in words.
 *
 * @param ended whether nothing more can happen to it
 * @param changed whether its source has corrected a value since
 * @param ownView the reader's sealed view; absent choices are empty
 */
public record FlagView(
        String id,
        String brief,
        long version,
        String deadline,
        String asOf,
        String model,
        boolean ended,
        boolean sealed,
        boolean changed,
        List<FactRow> facts,
        List<String> missing,
        List<String> retracted,
        List<String> stale,
        ViewText ownView,
        OutcomeText outcome) {

    /** Characters of a flag's id that pages show; enough to tell a list's flags apart by eye. */
    private static final int BRIEF = 8;

    /** The own view in words; empty texts before the seal. */
    public record ViewText(String choice, String justification, String at) {}

    /** The outcome in words; empty texts before there is one. */
    public record OutcomeText(String kind, String justification, String particulars, String at, boolean mine) {

        /** Whether there is one. */
        public boolean present() {
            return !kind.isEmpty();
        }
    }

    /** Whether anything is missing, taken back or too old. */
    public boolean gaps() {
        return !missing.isEmpty() || !retracted.isEmpty() || !stale.isEmpty();
    }

    /** Whether the flag waits for this reader's own view. */
    public boolean writable() {
        return !sealed && !ended;
    }

    static String brief(FlagId flag) {
        return flag.toString().substring(0, BRIEF);
    }

    static FlagView of(Reviews.Reading reading, String reader, IndicatorCatalogue catalogue, Language language) {
        FlagFacts facts = reading.facts();
        FlagListing listing = facts.listing();
        return new FlagView(
                listing.id().toString(),
                brief(listing.id()),
                listing.version(),
                Words.date(listing.deadline(), language),
                Words.date(facts.asOf(), language),
                facts.model(),
                listing.state().ended(),
                reading.ownView().isPresent(),
                listing.valueChanged(),
                FactRow.of(facts.asOf(), facts.values(), catalogue, language),
                names(facts.missing(), catalogue, language),
                names(facts.retracted(), catalogue, language),
                names(facts.stale(), catalogue, language),
                OutcomeWording.ownView(reading.ownView(), language),
                OutcomeWording.outcome(reading.outcome(), reader, catalogue, language));
    }

    private static List<String> names(List<IndicatorId> ids, IndicatorCatalogue catalogue, Language language) {
        return ids.stream()
                .map(id -> FactRow.name(id, catalogue, language))
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return "FlagView[" + id + "]";
    }
}

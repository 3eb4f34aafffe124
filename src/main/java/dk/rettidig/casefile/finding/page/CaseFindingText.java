package dk.rettidig.casefile.finding.page;

import dk.rettidig.casefile.finding.CaseFindings.CaseWith;
import dk.rettidig.casefile.finding.CaseFindings.Listing;
import dk.rettidig.casefile.finding.CaseFindings.Stored;
import dk.rettidig.casefile.finding.CaseRuleTexts;
import dk.rettidig.casefile.finding.Found;
import dk.rettidig.casefile.finding.FoundState;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.List;
import java.util.Optional;

/** Findings in words. */
final class CaseFindingText {

    private CaseFindingText() {}

    /** A line of the list. */
    record Row(String caseId, String unit, Line finding) {

        static Row of(Listing listing, CaseRuleTexts texts, Language language) {
            return new Row(
                    listing.id().toString(),
                    CaseFindingText.unit(listing.unit()),
                    Line.of(listing.finding(), texts, language));
        }
    }

    /**
     * A finding.
     *
     * @param missing the event whose date is missing, in words
     */
    record Line(
            String what,
            String ref,
            int version,
            String state,
            boolean late,
            String on,
            String due,
            String done,
            String missing,
            String firstSeen,
            String resolvedOn,
            String resolvedBy) {

        static Line of(Stored stored, CaseRuleTexts texts, Language language) {
            Found found = stored.found();
            String rule = found.demanded().rule();
            return new Line(
                    texts.text(rule, language),
                    texts.ref(rule),
                    found.demanded().version(),
                    found.state().text(language),
                    found.state() == FoundState.BREACHED,
                    found.demanded().on().map(day -> Words.date(day, language)).orElse(""),
                    found.due().map(day -> Words.date(day, language)).orElse(""),
                    found.done().map(day -> Words.date(day, language)).orElse(""),
                    found.missing().map(event -> texts.event(event, language)).orElse(""),
                    Words.date(stored.firstSeen(), language),
                    stored.resolvedOn().map(day -> Words.date(day, language)).orElse(""),
                    stored.resolvedBy().map(by -> by.text(language)).orElse(""));
        }
    }

    /** One case. */
    record Case(String id, String pseudonym, String unit, String checkedOn, List<Line> missing, List<Line> resolved) {

        static Case of(CaseWith opened, CaseRuleTexts texts, Language language) {
            return new Case(
                    opened.of().id().toString(),
                    opened.of().child().text(),
                    CaseFindingText.unit(opened.of().unit()),
                    Words.date(opened.of().checkedOn(), language),
                    lines(opened, true, texts, language),
                    lines(opened, false, texts, language));
        }

        private static List<Line> lines(CaseWith opened, boolean missing, CaseRuleTexts texts, Language language) {
            return opened.findings().stream()
                    .filter(each -> each.resolvedOn().isEmpty() == missing)
                    .map(each -> Line.of(each, texts, language))
                    .toList();
        }

        @Override
        public String toString() {
            return "Case[" + id + "]";
        }
    }

    private static String unit(Optional<Integer> unit) {
        return unit.map(Object::toString).orElse("–");
    }
}

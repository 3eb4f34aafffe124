package dk.rettidig.casefile.finding.rest;

import dk.rettidig.casefile.finding.CaseFigures;
import dk.rettidig.casefile.finding.CaseFindings.CaseWith;
import dk.rettidig.casefile.finding.CaseFindings.Listing;
import dk.rettidig.casefile.finding.CaseFindings.Stored;
import dk.rettidig.casefile.finding.CaseRuleTexts;
import dk.rettidig.casefile.finding.Found;
import dk.rettidig.casefile.finding.Resolution;
import dk.rettidig.law.CaseRule;
import dk.rettidig.web.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the routes of case findings answer. */
final class CaseFindingView {

    private CaseFindingView() {}

    /** A page of the list of what is missing. */
    @Schema(name = "CaseFindingList")
    record Page(List<Item> findings) {}

    /** One line: nothing that identifies the child. */
    @Schema(name = "CaseFindingItem")
    record Item(UUID caseId, Optional<Integer> unit, Finding finding) {

        static Item of(Listing listing, CaseRuleTexts texts) {
            return new Item(listing.id().value(), listing.unit(), Finding.of(listing.finding(), texts));
        }
    }

    /**
     * A finding.
     *
     * @param demandedOn the day that made the demand
     * @param due the last day in time
     * @param done the day on which it is on record
     * @param missing the event whose date would be needed to tell, or that is out of order
     * @param firstSeen the check that found it first
     * @param resolvedBy done, done_late, not_demanded, left_scope or rule_changed
     */
    @Schema(name = "CaseFinding")
    record Finding(
            String rule,
            int version,
            String danish,
            String english,
            String ref,

            @Schema(enumeration = {"open", "breached", "late", "undecidable", "disorder"})
            String state,

            Optional<LocalDate> demandedOn,
            Optional<LocalDate> due,
            Optional<LocalDate> done,
            Optional<String> missing,
            LocalDate firstSeen,
            Optional<LocalDate> resolvedOn,
            Optional<String> resolvedBy,
            String policy) {

        static Finding of(Stored stored, CaseRuleTexts texts) {
            Found found = stored.found();
            String rule = found.demanded().rule();
            return new Finding(
                    rule,
                    found.demanded().version(),
                    texts.text(rule, Language.DANISH),
                    texts.text(rule, Language.ENGLISH),
                    texts.ref(rule),
                    found.state().id(),
                    found.demanded().on(),
                    found.due(),
                    found.done(),
                    found.missing(),
                    stored.firstSeen(),
                    stored.resolvedOn(),
                    stored.resolvedBy().map(Resolution::id),
                    stored.policy());
        }
    }

    /**
     * A case with all that is on file about it.
     *
     * @param pseudonym under which the case system finds it
     */
    @Schema(name = "CaseFindings")
    record Case(
            UUID caseId,
            String pseudonym,
            String basis,
            Optional<Integer> unit,
            LocalDate checkedOn,
            List<Finding> findings) {

        static Case of(CaseWith opened, CaseRuleTexts texts) {
            return new Case(
                    opened.of().id().value(),
                    opened.of().child().text(),
                    opened.of().basis().value(),
                    opened.of().unit(),
                    opened.of().checkedOn(),
                    opened.findings().stream()
                            .map(each -> Finding.of(each, texts))
                            .toList());
        }

        @Override
        public String toString() {
            return "Case[" + caseId + "]";
        }
    }

    /**
     * Counts.
     *
     * @param checkedOn the day of the latest check
     * @param guarded whether small counts are hidden and others rounded
     */
    @Schema(name = "CaseFigures")
    record Figures(Optional<LocalDate> checkedOn, long cases, boolean guarded, List<Rule> rules, List<Figure> figures) {

        static Figures of(CaseFigures figures, CaseRuleTexts texts) {
            return new Figures(
                    figures.newest().map(check -> check.day()),
                    figures.newest().map(check -> check.cases()).orElse(0L),
                    figures.guarded(),
                    texts.all().stream().map(Rule::of).toList(),
                    figures.figures().stream().map(Figure::of).toList());
        }
    }

    /** A rule in force. */
    @Schema(name = "CaseRule")
    record Rule(
            String id,
            int version,
            String danish,
            String english,
            String ref,

            @Schema(enumeration = {"grave", "duty", "notice"})
            String severity,

            LocalDate inForceFrom,
            Optional<LocalDate> inForceTo) {

        static Rule of(CaseRule rule) {
            return new Rule(
                    rule.id(),
                    rule.version(),
                    rule.danish(),
                    rule.english(),
                    rule.ref(),
                    rule.severity().id(),
                    rule.inForceFrom(),
                    rule.inForceTo());
        }
    }

    /**
     * One count.
     *
     * @param findings absent where it is hidden
     */
    @Schema(name = "CaseFigure")
    record Figure(
            LocalDate month,
            LocalDate asOf,
            String rule,
            int version,
            Optional<Integer> unit,

            @Schema(enumeration = {"open", "breached", "late", "undecidable", "disorder", "met"})
            String state,

            Optional<Long> findings) {

        static Figure of(CaseFigures.Figure figure) {
            return new Figure(
                    figure.month(),
                    figure.asOf(),
                    figure.rule(),
                    figure.version(),
                    figure.unit(),
                    figure.state().id(),
                    figure.findings().isPresent()
                            ? Optional.of(figure.findings().getAsLong())
                            : Optional.empty());
        }
    }
}

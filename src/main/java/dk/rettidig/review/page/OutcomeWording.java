package dk.rettidig.review.page;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.review.Outcome;
import dk.rettidig.review.RecordedOutcome;
import dk.rettidig.review.SealedView;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Optional;

/** Own views and outcomes in words. No wording compares a person with a model. */
final class OutcomeWording {

    private OutcomeWording() {}

    static FlagView.ViewText ownView(Optional<SealedView> sealed, Language language) {
        return sealed.map(each -> new FlagView.ViewText(
                        Labels.choice(each.view().choice(), language),
                        each.view().justification().text(),
                        Words.time(each.at(), language)))
                .orElse(new FlagView.ViewText("", "", ""));
    }

    static FlagView.OutcomeText outcome(
            Optional<RecordedOutcome> recorded, String reader, IndicatorCatalogue catalogue, Language language) {
        return recorded.map(each -> new FlagView.OutcomeText(
                        Labels.outcome(each.outcome().kind(), language),
                        each.outcome().justification().text(),
                        particulars(each.outcome(), catalogue, language),
                        Words.time(each.at(), language),
                        each.outcome().by().known().value().equals(reader)))
                .orElse(new FlagView.OutcomeText("", "", "", "", false));
    }

    private static String particulars(Outcome outcome, IndicatorCatalogue catalogue, Language language) {
        return switch (outcome) {
            case Outcome.NoReason _ -> "";
            case Outcome.PassedOn passed ->
                language.choose("Journalnummer ", "Journal number ")
                        + passed.openCase().value();
            case Outcome.ScreeningOpened screening ->
                language.choose("Kommunen blev opmærksom ", "The municipality became aware on ")
                        + Words.date(screening.awareOn(), language)
                        + language.choose(
                                ". En børnefaglig undersøgelse skal være færdig senest ",
                                ". A children's assessment is to be finished by ")
                        + Words.date(screening.assessmentDue(), language)
                        + " (barnets lov § 20, stk. 3).";
            case Outcome.CounsellingOffered offered ->
                language.choose("Sådan fik familien det at vide: ", "How the family was told: ")
                        + offered.howTold().text();
            case Outcome.ValueWrong wrong -> FactRow.name(wrong.indicator(), catalogue, language);
        };
    }
}

package dk.rettidig.review.page;

import dk.rettidig.review.OutcomeKind;
import dk.rettidig.review.OwnView;
import dk.rettidig.web.Language;
import java.util.Arrays;
import java.util.List;

/** One choice of a form. */
public record Option(String id, String text, String hint, boolean chosen) {

    static List<Option> ofViews(String chosen, Language language) {
        return Arrays.stream(OwnView.Choice.values())
                .map(each -> new Option(
                        each.id(), Labels.choice(each, language), "", each.id().equals(chosen)))
                .toList();
    }

    static List<Option> ofOutcomes(String chosen, Language language) {
        return Arrays.stream(OutcomeKind.values())
                .map(each -> new Option(
                        each.id(),
                        Labels.outcome(each, language),
                        Labels.outcomeHint(each, language),
                        each.id().equals(chosen)))
                .toList();
    }
}

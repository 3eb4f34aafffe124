package dk.rettidig.statistics;

import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far two reviewers agree, in sentences with the numbers. */
public record AgreementWords(Agreement agreement, ConfidenceLevel level, Language language) {

    private static final double PERCENT = 100;

    /** The sentences. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Optional<Shares> share = agreement.share();
        if (share.isEmpty()) {
            return List.of(language.choose(
                    "Ingen sag er gennemgået af to, så enigheden kendes ikke.",
                    "No case was reviewed by two, so the agreement is not known."));
        }
        lines.add(counted(share.get()));
        if (agreement.agreed() == agreement.pairs()) {
            lines.add(language.choose(
                    "De var enige hver gang. Det viser ikke, at de altid er det: den nedre grænse siger, hvor lidt enighed "
                            + "der også kunne have givet dette.",
                    "They agreed every time. That does not show that they always do: the lower end says how little agreement "
                            + "could have given this too."));
        }
        lines.add(agreement
                .kappa()
                .map(kappa -> coefficient("Cohens kappa", "Cohen's kappa", kappa))
                .orElseGet(() -> language.choose(
                        "Cohens kappa kan ikke beregnes: begge gav det samme svar hver gang, så der er ingen forskel at "
                                + "måle enigheden på.",
                        "Cohen's kappa is not defined: both gave the same answer every time, so there is no difference to "
                                + "measure agreement by.")));
        agreement.ac1().ifPresent(ac1 -> lines.add(coefficient("Gwets AC1", "Gwet's AC1", ac1)));
        return List.copyOf(lines);
    }

    private String counted(Shares share) {
        String pairs = Words.count(agreement.pairs(), language);
        String agreed = Words.count(agreement.agreed(), language);
        String range = percent(share.low()) + "–" + percent(share.high());
        return language.choose(
                "To gav uafhængigt af hinanden " + pairs + " svar hver, og " + agreed + " var ens. Andelen er " + range
                        + " med " + percent(level.value()) + " sikkerhed.",
                "Two gave " + pairs + " answers each independently, and " + agreed + " were alike. The share is "
                        + range + " at " + percent(level.value()) + " confidence.");
    }

    private String coefficient(String danish, String english, Agreement.Estimate estimate) {
        String value = Words.value(estimate.value(), language);
        String range = estimate.interval()
                .map(within -> language.choose(
                        " (" + Words.value(within.low(), language) + " til " + Words.value(within.high(), language)
                                + ")",
                        " (" + Words.value(within.low(), language) + " to " + Words.value(within.high(), language)
                                + ")"))
                .orElseGet(() -> language.choose(
                        "; et interval kan ikke beregnes, når der ingen variation er",
                        "; no interval can be made where nothing varies"));
        return language.choose(danish + " er ", english + " is ")
                + value
                + range
                + language.choose(
                        ". 1 er fuld enighed, 0 som ved tilfældet.", ". 1 is full agreement, 0 that of chance.");
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(Words.locale(language));
        format.setMaximumFractionDigits(1);
        return format.format(share * PERCENT) + language.choose(" %", "%");
    }
}

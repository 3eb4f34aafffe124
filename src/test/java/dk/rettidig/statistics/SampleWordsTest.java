package dk.rettidig.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.web.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleWordsTest {

    private static SampleWords words(Sample sample, boolean lot, Language language) {
        return new SampleWords(sample, ConfidenceLevel.NINETY_FIVE, lot, language);
    }

    @Test
    void allOfSeventySevenIsNotAll() {
        Sample sample = new Sample(1_000, 77, 77);
        SampleWords danish = words(sample, true, Language.DANISH);

        assertThat(danish.shows())
                .contains("77 af 1.000 sager er gennemgået. Det er fundet i 77 af dem (100 %).")
                .anyMatch(line -> line.startsWith("Mindst " + sample.atLeast(ConfidenceLevel.NINETY_FIVE)));
        assertThat(danish.cannotShow())
                .contains("At det er fundet i hver gennemgået sag, viser ikke, at det er i hver sag.");
    }

    @Test
    void noneOfSeventySevenIsNotNone() {
        Sample sample = new Sample(1_000, 77, 0);
        SampleWords english = words(sample, true, Language.ENGLISH);

        assertThat(english.shows())
                .anyMatch(line -> line.startsWith("Up to " + sample.atMost(ConfidenceLevel.NINETY_FIVE) + " cases")
                        && line.contains("3 divided by 77, gives at most 3.9%"));
        assertThat(english.cannotShow()).contains("That none was found does not show that there is none.");
    }

    @Test
    void casesThatSomebodyChoseSayNothingOfTheOthers() {
        SampleWords chosen = words(new Sample(1_000, 77, 77), false, Language.ENGLISH);

        assertThat(chosen.shows()).anyMatch(line -> line.contains("not drawn by lot") && line.contains("other 923"));
        assertThat(String.join(" ", chosen.shows())).doesNotContain("At least");
    }

    @Test
    void whatWasFoundInSomeHasAnIntervalAndAWidth() {
        Sample sample = new Sample(340, 77, 20);
        Sample.Counts counts = sample.interval(ConfidenceLevel.NINETY_FIVE);
        SampleWords danish = words(sample, true, Language.DANISH);

        assertThat(danish.shows()).anyMatch(line -> line.contains("mellem " + counts.low() + " og " + counts.high()));
        assertThat(danish.cannotShow()).anyMatch(line -> line.contains("procentpoint bredt"));
    }

    @Test
    void allCasesReviewedNeedNoInterval() {
        SampleWords all = words(new Sample(77, 77, 77), true, Language.ENGLISH);

        assertThat(all.shows()).anyMatch(line -> line.contains("does not depend on chance"));
        assertThat(String.join(" ", all.cannotShow())).doesNotContain("does not show that it is in every case");
    }

    @Test
    void agreementIsToldAlsoWhenEverybodyAgrees() {
        List<Agreement.Pair> alike = java.util.Collections.nCopies(10, new Agreement.Pair(0, 0));
        Agreement agreement = Agreement.of(alike, 4, ConfidenceLevel.NINETY_FIVE);

        assertThat(new AgreementWords(agreement, ConfidenceLevel.NINETY_FIVE, Language.DANISH).lines())
                .anyMatch(line -> line.contains("og 10 var ens. Andelen er 69,2 %–100 %"))
                .anyMatch(line -> line.startsWith("De var enige hver gang."))
                .anyMatch(line -> line.startsWith("Cohens kappa kan ikke beregnes"));
        assertThat(new AgreementWords(
                                Agreement.of(List.of(), 4, ConfidenceLevel.NINETY_FIVE),
                                ConfidenceLevel.NINETY_FIVE,
                                Language.ENGLISH)
                        .lines())
                .containsExactly("No case was reviewed by two, so the agreement is not known.");
    }
}

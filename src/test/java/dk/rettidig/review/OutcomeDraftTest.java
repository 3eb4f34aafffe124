package dk.rettidig.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.text.Justification;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeDraftTest {

    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Actor.Caseworker BY =
            new Actor.Caseworker(new ActorName("someone"), MunicipalityCode.SYNTHETIC);
    private static final Set<IndicatorId> KNOWN = Set.of(new IndicatorId("SCH_ABS_UNL"));

    private static OutcomeDraft.Reading read(OutcomeDraft draft) {
        return draft.read(BY, TODAY, KNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "no_reason, '', '', '', ''",
        "open_case, 27.24.00-123, '', '', ''",
        "screening_opened, '', 2026-11-22, '', ''",
        "counselling_offered, '', '', 'Mor fik det at vide ved et besøg.', ''",
        "value_wrong, '', '', '', SCH_ABS_UNL"
    })
    void completesWhatHasAllItNeeds(String kind, String openCase, String aware, String told, String indicator) {
        OutcomeDraft.Reading reading = read(new OutcomeDraft(kind, WHY, openCase, aware, told, indicator));

        assertThat(reading).isInstanceOfSatisfying(OutcomeDraft.Reading.Complete.class, complete -> {
            assertThat(complete.outcome().kind().id()).isEqualTo(kind);
            assertThat(complete.outcome().by()).isEqualTo(BY);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', '', kind, review_choice_missing",
        "ignored_model, '', '', '', '', kind, review_choice_missing",
        "open_case, '', '', '', '', open_case, journal_number_invalid",
        "open_case, 3102031234, '', '', '', open_case, text_has_cpr",
        "screening_opened, '', '', '', '', aware_on, review_date_invalid",
        "screening_opened, '', 2026-02-30, '', '', aware_on, review_date_invalid",
        "screening_opened, '', 2026-11-23, '', '', aware_on, review_date_in_future",
        "screening_opened, '', 2008-11-21, '', '', aware_on, review_date_too_old",
        "counselling_offered, '', '', kort, '', how_told, text_too_short",
        "value_wrong, '', '', '', NOTIF_PRIOR, indicator, review_indicator_unknown",
        "no_reason, '', '', 'nummer 310203-1234 sagde de', '', how_told, text_has_cpr"
    })
    void namesTheFieldThatIsMissingOrCannotBeUsed(
            String kind, String openCase, String aware, String told, String indicator, String field, String code) {
        OutcomeDraft.Reading reading = read(new OutcomeDraft(kind, WHY, openCase, aware, told, indicator));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        OutcomeDraft.Reading.Incomplete.class,
                        incomplete -> assertThat(incomplete.errors())
                                .singleElement()
                                .satisfies(error -> {
                                    assertThat(error.field()).isEqualTo(field);
                                    assertThat(error.code().code()).isEqualTo(code);
                                }));
    }

    @Test
    void countsTheFourMonthsFromTheDayTheMunicipalityBecameAware() {
        Outcome.ScreeningOpened screening =
                new Outcome.ScreeningOpened(BY, new Justification(WHY), LocalDate.of(2026, 10, 31));

        assertThat(screening.assessmentDue()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void makesNoJustificationOfAWordOrOfANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Justification("ok"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Justification("barnet med 310203-1234 trives"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Justification("x".repeat(4001)));
        assertThat(new Justification("  " + "x".repeat(20) + " ").text()).hasSize(20);
    }
}

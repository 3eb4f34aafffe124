package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.ChildDesk.Stay;
import dk.rettidig.cli.vault.Admission;
import dk.rettidig.pseudonym.CprNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields that the forms share, and remembers which are wrong and why. A number is never shown again. */
final class Fields {

    /**
     * What the form offers for the first day without the entry: as long as the legal basis of a notification lasts
     * (policies/legal-bases.yaml, {@code lb.notification}). Days.
     */
    static final int USUAL_DAYS = 120;

    private static final int MOST_DAYS_TO_BIRTH = 300;
    private static final int MOST_DAYS_SINCE_BIRTH = 366;

    private final Visit visit;
    private final Texts texts;
    private final LocalDate today;
    private final List<Map<String, Object>> errors = new ArrayList<>();

    Fields(Visit visit, Texts texts, LocalDate today) {
        this.visit = visit;
        this.texts = texts;
        this.today = today;
    }

    /** The number, when it is one and no adult's. */
    Optional<Admission.Admitted> number() {
        return switch (Admission.read(visit.form().text("number"), today)) {
            case Admission.Admitted admitted -> Optional.of(admitted);
            case Admission.TurnedAway away -> {
                wrong("number", "number_" + away.code());
                yield Optional.empty();
            }
        };
    }

    /** Why and how long, when both are sound. */
    Optional<Stay> stay() {
        Optional<String> why = Admission.why(visit.form().text("why"));
        Optional<LocalDate> until = Admission.until(visit.form().text("until"), today);
        if (why.isEmpty()) {
            wrong("why", "whyWrong");
        }
        if (until.isEmpty()) {
            wrong("until", "untilWrong");
        }
        return why.flatMap(reason -> until.map(day -> new Stay(reason, day)));
    }

    /** The day on which a child is expected: none, or one that is near. */
    Optional<LocalDate> expected() {
        String text = visit.form().text("expected");
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Admission.day(text)
                .filter(each -> each.isAfter(today.minusDays(MOST_DAYS_SINCE_BIRTH)))
                .filter(each -> each.isBefore(today.plusDays(MOST_DAYS_TO_BIRTH)));
        if (day.isEmpty()) {
            wrong("expected", "expectedWrong");
        }
        return day;
    }

    private void wrong(String field, String text) {
        errors.add(Map.of("field", field, "text", texts.text(visit.language(), text)));
    }

    boolean areSound() {
        return errors.isEmpty();
    }

    /** What a form shows again: what was typed but the number, and what is wrong with it. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(fresh(today));
        values.put("errors", errors);
        for (String field : List.of("number", "why", "until", "expected")) {
            values.put(
                    field + "Error",
                    errors.stream()
                            .filter(each -> field.equals(each.get("field")))
                            .findFirst()
                            .map(each -> each.getOrDefault("text", ""))
                            .orElse(""));
        }
        values.put("why", visit.form().text("why"));
        values.put("until", visit.form().text("until"));
        values.put("expected", visit.form().text("expected"));
        return values;
    }

    /** An empty form. */
    static Map<String, Object> fresh(LocalDate today) {
        return Map.of(
                "errors", List.of(),
                "numberError", "",
                "whyError", "",
                "untilError", "",
                "expectedError", "",
                "why", "",
                "until", today.plusDays(USUAL_DAYS).toString(),
                "expected", "");
    }

    /** The last two digits of a number: all that a page ever shows of it. */
    static String ending(CprNumber number) {
        byte[] digits = number.input();
        return new String(digits, CprNumber.LENGTH - 2, 2, java.nio.charset.StandardCharsets.US_ASCII);
    }
}

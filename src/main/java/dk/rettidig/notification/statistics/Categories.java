package dk.rettidig.notification.statistics;

import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.CodeRegister.NotificationCode;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.web.Language;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of each dimension, and the fixed list of cells that an edition has: nobody can ask for another. */
@Singleton
public class Categories {

    /** The third category of {@link Dimension#SEX}: where nobody stated it, and of unborn children. */
    static final String NO_SEX = "unknown";

    private final CodeRegister codes;

    /** Of these code lists. */
    public Categories(CodeRegister codes) {
        this.codes = codes;
    }

    /** Words by code, in the order of the code lists. */
    public Map<String, String> of(Dimension dimension, Language language) {
        Map<String, String> words = new LinkedHashMap<>();
        switch (dimension) {
            case TOTAL -> words.put(Cell.ALL, language.choose("I alt", "In all"));
            case NOTIFIER -> codes("notifier", language, words);
            case CAUSE -> codes("reason", language, words);
            case AGE ->
                Arrays.stream(AgeBand.values())
                        .forEach(band -> words.put(band.id(), language.choose(band.danish(), band.english())));
            case SEX -> {
                Arrays.stream(ChildSex.values())
                        .forEach(sex -> words.put(sex.id(), language.choose(sex.danish(), sex.english())));
                words.put(NO_SEX, language.choose("Ufødt eller ukendt", "Unborn or unknown"));
            }
        }
        return words;
    }

    private void codes(String kind, Language language, Map<String, String> words) {
        for (NotificationCode code : codes.notificationCodes()) {
            if (code.kind().equals(kind)) {
                words.put(code.code(), language.choose(code.danish(), code.english()));
            }
        }
    }

    /** What is counted by a dimension in an edition of this length. */
    public static List<Measure> measures(Edition.Period period, Dimension dimension) {
        if (period == Edition.Period.MONTH) {
            return switch (dimension) {
                case TOTAL -> List.of(Measure.NOTIFICATIONS, Measure.CHILDREN, Measure.ASSESSED_IN_TIME);
                case NOTIFIER -> List.of(Measure.NOTIFICATIONS);
                case CAUSE, AGE, SEX -> List.of();
            };
        }
        return switch (dimension) {
            case TOTAL -> List.of(Measure.values());
            case NOTIFIER ->
                List.of(
                        Measure.NOTIFICATIONS,
                        Measure.ASSESSED_IN_TIME,
                        Measure.TO_ACKNOWLEDGE,
                        Measure.ACKNOWLEDGED_IN_TIME,
                        Measure.TO_ASSESSMENT,
                        Measure.TO_CLARIFICATION);
            case CAUSE -> List.of(Measure.NOTIFICATIONS);
            case AGE, SEX -> List.of(Measure.NOTIFICATIONS, Measure.CHILDREN);
        };
    }

    /** Every cell of an edition. */
    public List<Cell> cells(Edition.Period period) {
        List<Cell> cells = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            for (Measure measure : measures(period, dimension)) {
                of(dimension, Language.DANISH)
                        .keySet()
                        .forEach(category -> cells.add(new Cell(measure, dimension, category)));
            }
        }
        return cells;
    }
}

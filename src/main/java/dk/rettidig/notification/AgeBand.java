package dk.rettidig.notification;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;

/** How old the child was when the notification arrived: all of its age that is kept. */
public enum AgeBand {
    UNBORN("unborn", "Ufødt", "Unborn"),
    YEARS_0_2("0-2", "0-2 år", "0 to 2 years"),
    YEARS_3_6("3-6", "3-6 år", "3 to 6 years"),
    YEARS_7_12("7-12", "7-12 år", "7 to 12 years"),
    YEARS_13_17("13-17", "13-17 år", "13 to 17 years"),
    UNKNOWN("unknown", "Alder ukendt", "Age not known");

    private static final int GROWN_UP = 18;

    private final String id;
    private final String danish;
    private final String english;

    AgeBand(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows, entries and JSON. */
    public String id() {
        return id;
    }

    /** The words on a page. */
    public String danish() {
        return danish;
    }

    /** The words on a page in English. */
    public String english() {
        return english;
    }

    /** Parses the word. */
    public static Optional<AgeBand> parse(String id) {
        return Arrays.stream(values()).filter(band -> band.id.equals(id)).findFirst();
    }

    /** The band on a day of a child born on another; empty before its birth and from its 18th birthday on. */
    public static Optional<AgeBand> on(LocalDate day, LocalDate born) {
        if (day.isBefore(born)) {
            return Optional.empty();
        }
        int years = Period.between(born, day).getYears();
        if (years >= GROWN_UP) {
            return Optional.empty();
        }
        return Optional.of(years <= 2 ? YEARS_0_2 : years <= 6 ? YEARS_3_6 : years <= 12 ? YEARS_7_12 : YEARS_13_17);
    }
}

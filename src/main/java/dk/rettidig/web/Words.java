package dk.rettidig.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, times and numbers as people in Denmark read them, in either language. Times are those of Copenhagen. */
public final class Words {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final Locale DANISH = Locale.of("da", "DK");
    private static final Locale ENGLISH = Locale.UK;

    private Words() {}

    /** The locale of a language: Denmark's or the United Kingdom's. */
    public static Locale locale(Language language) {
        return language == Language.DANISH ? DANISH : ENGLISH;
    }

    /** A day, for instance {@code 3. november 2026}. */
    public static String date(LocalDate day, Language language) {
        String pattern = language.choose("d. MMMM yyyy", "d MMMM yyyy");
        return DateTimeFormatter.ofPattern(pattern, locale(language)).format(day);
    }

    /** The day of a moment in Copenhagen. */
    public static String date(Instant moment, Language language) {
        return date(day(moment), language);
    }

    /** The calendar day of a moment in Copenhagen. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, COPENHAGEN);
    }

    /** The moment at which the day begins in Copenhagen. */
    public static Instant dayBegins(LocalDate day) {
        return day.atStartOfDay(COPENHAGEN).toInstant();
    }

    /** Day and time to the minute, for instance {@code 3. november 2026 kl. 14.05}. */
    public static String time(Instant moment, Language language) {
        String pattern = language.choose("d. MMMM yyyy 'kl.' HH.mm", "d MMMM yyyy 'at' HH:mm");
        return DateTimeFormatter.ofPattern(pattern, locale(language))
                .withZone(COPENHAGEN)
                .format(moment);
    }

    /** A whole number with the language's grouping. */
    public static String count(long number, Language language) {
        return NumberFormat.getIntegerInstance(locale(language)).format(number);
    }

    /** A value with at most two decimals. */
    public static String value(double number, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(locale(language));
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }
}

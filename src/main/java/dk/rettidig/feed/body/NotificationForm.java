package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The form of a notification that was delivered. Of several faults the first is reported, in the order of the checks. */
final class NotificationForm {

    /** Dates of notes are Danish days. */
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static final Set<String> REQUIRED =
            Set.of("notification", "pseudonym", "received_at", "notifier", "causes");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:~-]{1,64}");

    /** A word that ends in a house number, with or without a letter: what a street looks like without its spaces. */
    private static final Pattern ADDRESS = Pattern.compile(
            ".*(vej|gade|alle|vaenget|parken|torv|plads|stien)[._:~-]*[0-9]+.*", Pattern.CASE_INSENSITIVE);

    private static final int LONG = 32;

    private final RowRules rules;

    NotificationForm(RowRules rules) {
        this.rules = rules;
    }

    void read(Map<String, List<String>> members, long line, NotificationStream rows) {
        Optional<RowCode> fault = fault(members);
        if (fault.isPresent()) {
            rows.bad(line, fault.get());
        } else {
            rows.good(row(members, line));
        }
    }

    private Optional<RowCode> fault(Map<String, List<String>> members) {
        if (!REQUIRED.stream().allMatch(field -> present(members, field))) {
            return Optional.of(RowCode.FIELD_MISSING);
        }
        String pseudonym = text(members, "pseudonym");
        if (pseudonym.length() != Pseudonym.TEXT_LENGTH) {
            return Optional.of(RowCode.PSEUDONYM_LENGTH);
        }
        if (!PseudonymText.decode(pseudonym.toCharArray(), 0, new byte[Row.PSEUDONYM_BYTES])) {
            return Optional.of(RowCode.PSEUDONYM_ALPHABET);
        }
        return received(text(members, "received_at")).or(() -> references(members));
    }

    private static boolean present(Map<String, List<String>> members, String field) {
        return members.getOrDefault(field, List.of()).stream().anyMatch(text -> !text.isBlank());
    }

    private Optional<RowCode> received(String text) {
        Optional<Instant> moment = moment(text);
        if (moment.isEmpty()) {
            return Optional.of(RowCode.RECEIVED_MALFORMED);
        }
        if (moment.get().isAfter(rules.latestKnownAt())) {
            return Optional.of(RowCode.RECEIVED_IN_FUTURE);
        }
        LocalDate day = LocalDate.ofInstant(moment.get(), DENMARK);
        boolean inside = !day.isBefore(rules.period().from())
                && !day.isAfter(rules.period().to());
        return inside ? Optional.empty() : Optional.of(RowCode.PERIOD_OUTSIDE_NOTE);
    }

    /** A moment; a clock without an offset is none, because in one hour of October it says two. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<RowCode> references(Map<String, List<String>> members) {
        boolean right = reference(members, "notification")
                && reference(members, "incident")
                && reference(members, "household")
                && !isAddress(text(members, "household"));
        return right ? Optional.empty() : Optional.of(RowCode.REFERENCE_MALFORMED);
    }

    /** A long word is a random one, in which anything can stand. */
    private static boolean isAddress(String text) {
        return text.length() < LONG && ADDRESS.matcher(text).matches();
    }

    private static boolean reference(Map<String, List<String>> members, String field) {
        String text = text(members, field);
        return text.isEmpty() || REFERENCE.matcher(text).matches();
    }

    private static String text(Map<String, List<String>> members, String field) {
        List<String> texts = members.getOrDefault(field, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static NotificationRow row(Map<String, List<String>> members, long line) {
        String anonymous = text(members, "anonymous");
        return new NotificationRow(
                line,
                text(members, "notification"),
                Pseudonym.parse(text(members, "pseudonym")),
                moment(text(members, "received_at")).orElseThrow(),
                text(members, "notifier"),
                anonymous.isEmpty() ? Optional.empty() : Optional.of(anonymous.equals("true")),
                sorted(members, "causes"),
                sorted(members, "marks"),
                text(members, "born"),
                text(members, "age"),
                text(members, "sex"),
                text(members, "letter"),
                text(members, "incident"),
                text(members, "household"));
    }

    private static List<String> sorted(Map<String, List<String>> members, String field) {
        return members.getOrDefault(field, List.of()).stream()
                .distinct()
                .sorted()
                .toList();
    }
}

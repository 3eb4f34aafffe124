package dk.rettidig.notification;

import dk.rettidig.access.Actor;
import dk.rettidig.feed.RowCode;
import dk.rettidig.feed.body.NotificationRow;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.text.JournalNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what was delivered as a notification: codes, age, marks. Of several faults the first is reported, in this order. */
record ArrivalReader(CodeRegister codes, TriageRegister triage) {

    /** What came of a row. */
    sealed interface Reading {
        /**
         * A notification that nobody answers for yet.
         *
         * @param sex apart from the notification, because nobody who works with it is shown it
         * @param content SHA-256 of what was delivered but for the child and its sex, 64 hexadecimal digits
         */
        record Read(Notification notification, Optional<ChildSex> sex, String content) implements Reading {}

        /** It stays out. */
        record Refused(RowCode code) implements Reading {}
    }

    Reading read(NotificationRow row, Actor.Registry registry, Instant now) {
        Optional<RowCode> fault = fault(row);
        return fault.isPresent()
                ? new Reading.Refused(fault.get())
                : new Reading.Read(notification(row, registry, now), ChildSex.parse(row.sex()), content(row));
    }

    private Optional<RowCode> fault(NotificationRow row) {
        if (age(row).isEmpty()) {
            return Optional.of(row.born().isEmpty() ? RowCode.AGE_UNKNOWN : RowCode.BORN_IMPOSSIBLE);
        }
        if (!codes.has("notifier", row.notifier())) {
            return Optional.of(RowCode.NOTIFIER_UNKNOWN);
        }
        if (!row.causes().stream().allMatch(code -> codes.has("reason", code))) {
            return Optional.of(RowCode.CAUSE_UNKNOWN);
        }
        if (row.marks().stream().anyMatch(word -> NotificationMark.parse(word).isEmpty())) {
            return Optional.of(RowCode.MARK_UNKNOWN);
        }
        if (row.notifier().equals(Notification.ANONYMOUS) && !row.anonymous().orElse(true)) {
            return Optional.of(RowCode.ANONYMOUS_CONTRADICTED);
        }
        boolean letter =
                row.letter().isEmpty() || JournalNumber.problem(row.letter()).isEmpty();
        return letter ? sexFault(row) : Optional.of(RowCode.LETTER_INVALID);
    }

    private static Optional<RowCode> sexFault(NotificationRow row) {
        if (row.sex().isEmpty()) {
            return Optional.empty();
        }
        if (ChildSex.parse(row.sex()).isEmpty()) {
            return Optional.of(RowCode.SEX_UNKNOWN);
        }
        return age(row).equals(Optional.of(AgeBand.UNBORN)) ? Optional.of(RowCode.SEX_OF_UNBORN) : Optional.empty();
    }

    /** By the month of birth, where one is known; of the days it can be, the one that makes the child youngest. */
    private static Optional<AgeBand> age(NotificationRow row) {
        if (row.born().isEmpty()) {
            return row.age().isEmpty() ? Optional.of(AgeBand.UNKNOWN) : AgeBand.parse(row.age());
        }
        if (row.age().equals(AgeBand.UNBORN.id())) {
            return Optional.empty();
        }
        LocalDate day = Due.dayOf(row.receivedAt());
        return month(row.born())
                .filter(month -> !month.isAfter(YearMonth.from(day)))
                .map(month -> month.atEndOfMonth().isAfter(day) ? day : month.atEndOfMonth())
                .flatMap(born -> AgeBand.on(day, born));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private Notification notification(NotificationRow row, Actor.Registry registry, Instant now) {
        NotificationId id = NotificationId.random();
        Set<String> causes = new TreeSet<>(row.causes());
        Set<NotificationMark> marks = EnumSet.noneOf(NotificationMark.class);
        marks.addAll(triage.marksOf(causes));
        row.marks().forEach(word -> NotificationMark.parse(word).ifPresent(marks::add));
        if (marks.contains(NotificationMark.ABUSE_BY_PARENTS)) {
            marks.add(NotificationMark.ABUSE);
        }
        return new Notification(
                id,
                registry.at(),
                row.child(),
                age(row).orElseThrow(),
                row.notifier(),
                row.anonymous().orElse(row.notifier().equals(Notification.ANONYMOUS)),
                causes,
                marks,
                Optional.of(row.letter()).filter(text -> !text.isEmpty()).map(JournalNumber::new),
                id,
                // Clocks that differ by seconds bring nothing in from the future.
                row.receivedAt().isAfter(now) ? now : row.receivedAt(),
                now,
                registry.known(),
                Optional.empty());
    }

    /** Left out are the child, whose pseudonym changes with the key, and its sex, which could be tried out from the digest. */
    private static String content(NotificationRow row) {
        String text = String.join(
                "\n",
                List.of(
                        row.receivedAt().toString(),
                        row.notifier(),
                        row.anonymous().map(Object::toString).orElse(""),
                        String.join(",", row.causes()),
                        String.join(",", row.marks()),
                        row.born(),
                        row.age(),
                        row.letter(),
                        row.incident(),
                        row.household()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

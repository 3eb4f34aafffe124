package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.fault.ErrorCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A notification as somebody wrote it; texts that were not sent are empty. {@code toString} hides it.
 *
 * @param child the pseudonym in its printed form
 * @param born ISO date, used for the age band and not kept; or empty
 * @param age an age band where no birthday is given
 * @param sex {@code female} or {@code male}, for counting alone; or empty
 * @param receivedAt ISO moment with offset
 * @param letter journal number; may be empty
 */
public record NotificationDraft(
        String child,
        String born,
        String age,
        String sex,
        String receivedAt,
        String notifier,
        List<String> causes,
        List<String> marks,
        String letter) {

    private static final Duration OLDEST = Duration.ofDays(30);

    public NotificationDraft {
        causes = List.copyOf(causes);
        marks = List.copyOf(marks);
    }

    @Override
    public String toString() {
        return "NotificationDraft[hidden]";
    }

    /**
     * A draft that has nothing wrong.
     *
     * @param sex apart from the notification, because nobody who works with it is shown it
     */
    record Read(Notification notification, Optional<ChildSex> sex) {}

    /** Whoever reads drafts knows the lists. */
    record Reader(CodeRegister codes, TriageRegister triage) {

        /**
         * Reads all fields.
         *
         * @throws NotificationFault {@code notification_input_invalid} with every field that is wrong
         */
        Read read(NotificationDraft draft, MunicipalityCode municipality, ActorName by, Instant now) {
            List<FieldError> problems = new ArrayList<>();
            Optional<Pseudonym> child = child(draft.child(), problems);
            Optional<Instant> received = received(draft.receivedAt(), now, problems);
            Optional<AgeBand> age = age(draft, received.orElse(now), problems);
            Optional<ChildSex> sex = sex(draft.sex().strip(), age, problems);
            String notifier = draft.notifier().strip();
            if (!codes.has("notifier", notifier)) {
                problems.add(new FieldError("notifier", NotificationErrorCode.NOTIFIER_UNKNOWN));
            }
            Set<String> causes = causes(draft.causes(), problems);
            Set<NotificationMark> marks = marks(draft.marks(), causes, problems);
            Optional<JournalNumber> letter = letter(draft.letter(), problems);
            if (!problems.isEmpty()) {
                throw NotificationFault.invalid(problems);
            }
            NotificationId id = NotificationId.random();
            Notification notification = new Notification(
                    id,
                    municipality,
                    child.orElseThrow(),
                    age.orElseThrow(),
                    notifier,
                    notifier.equals(Notification.ANONYMOUS),
                    causes,
                    marks,
                    letter,
                    id,
                    received.orElseThrow(),
                    now,
                    by,
                    Optional.of(by));
            return new Read(notification, sex);
        }

        private static Optional<Pseudonym> child(String text, List<FieldError> problems) {
            try {
                return Optional.of(Pseudonym.parse(text.strip()));
            } catch (IllegalArgumentException none) {
                problems.add(new FieldError("child", NotificationErrorCode.CHILD_INVALID));
                return Optional.empty();
            }
        }

        private static Optional<Instant> received(String text, Instant now, List<FieldError> problems) {
            Optional<Instant> moment = moment(text).filter(at -> !at.isAfter(now) && !at.isBefore(now.minus(OLDEST)));
            if (moment.isEmpty()) {
                problems.add(new FieldError("received_at", NotificationErrorCode.RECEIVED_INVALID));
            }
            return moment;
        }

        private static Optional<AgeBand> age(NotificationDraft draft, Instant received, List<FieldError> problems) {
            boolean unborn = draft.age().equals(AgeBand.UNBORN.id());
            if (draft.born().isBlank() || unborn) {
                Optional<AgeBand> band = AgeBand.parse(draft.age());
                if (band.isEmpty()) {
                    problems.add(new FieldError("age", NotificationErrorCode.AGE_MISSING));
                } else if (!draft.born().isBlank()) {
                    problems.add(new FieldError("born", NotificationErrorCode.BORN_INVALID));
                }
                return band;
            }
            Optional<AgeBand> band = day(draft.born()).flatMap(born -> AgeBand.on(Words.day(received), born));
            if (band.isEmpty()) {
                problems.add(new FieldError("born", NotificationErrorCode.BORN_INVALID));
            }
            return band;
        }

        private static Optional<ChildSex> sex(String given, Optional<AgeBand> age, List<FieldError> problems) {
            if (given.isEmpty()) {
                return Optional.empty();
            }
            Optional<ChildSex> sex = ChildSex.parse(given);
            if (sex.isEmpty()) {
                problems.add(new FieldError("sex", NotificationErrorCode.SEX_UNKNOWN));
            } else if (age.equals(Optional.of(AgeBand.UNBORN))) {
                problems.add(new FieldError("sex", NotificationErrorCode.SEX_OF_UNBORN));
            }
            return sex;
        }

        private Set<String> causes(List<String> given, List<FieldError> problems) {
            Set<String> causes = new TreeSet<>(given);
            if (causes.isEmpty() || !causes.stream().allMatch(code -> codes.has("reason", code))) {
                problems.add(new FieldError("causes", NotificationErrorCode.CAUSE_UNKNOWN));
            }
            return causes;
        }

        private Set<NotificationMark> marks(List<String> given, Set<String> causes, List<FieldError> problems) {
            Set<NotificationMark> marks = EnumSet.noneOf(NotificationMark.class);
            marks.addAll(triage.marksOf(causes));
            for (String word : given) {
                Optional<NotificationMark> mark = NotificationMark.parse(word);
                if (mark.isEmpty()) {
                    problems.add(new FieldError("marks", NotificationErrorCode.MARK_UNKNOWN));
                    break;
                }
                marks.add(mark.get());
            }
            if (marks.contains(NotificationMark.ABUSE_BY_PARENTS)) {
                marks.add(NotificationMark.ABUSE);
            }
            return marks;
        }

        private static Optional<JournalNumber> letter(String text, List<FieldError> problems) {
            String given = text.strip();
            if (given.isEmpty()) {
                return Optional.empty();
            }
            Optional<? extends ErrorCode> problem = JournalNumber.problem(given);
            problem.ifPresent(code -> problems.add(new FieldError("letter", code)));
            return problem.isPresent() ? Optional.empty() : Optional.of(new JournalNumber(given));
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** A moment with offset; empty for anything else. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}

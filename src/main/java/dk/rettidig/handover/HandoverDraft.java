package dk.rettidig.handover;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.NotificationErrorCode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A handover as somebody wrote it; texts that were not sent are empty. {@code toString} hides it.
 *
 * @param child the own pseudonym in its printed form
 * @param receiver the three-digit code of the other municipality
 * @param age an age band
 * @param movedOn ISO date
 * @param knownOn ISO date
 * @param remark may be empty
 */
public record HandoverDraft(
        String child,
        String receiver,
        String age,
        String movedOn,
        String knownOn,
        List<String> grounds,
        List<String> materials,
        String remark) {

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 6;

    public HandoverDraft {
        grounds = List.copyOf(grounds);
        materials = List.copyOf(materials);
    }

    @Override
    public String toString() {
        return "HandoverDraft[hidden]";
    }

    /** The child, where the text is a pseudonym. */
    Optional<Pseudonym> pseudonym() {
        try {
            return Optional.of(Pseudonym.parse(child.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whoever reads drafts knows the lists. */
    record Reader(CodeRegister codes, HandoverRegister register) {

        /**
         * Reads all fields.
         *
         * @throws HandoverFault {@code handover_input_invalid} with every field that is wrong
         */
        Handover read(HandoverDraft draft, MunicipalityCode sender, Instant now) {
            List<FieldError> problems = new ArrayList<>();
            if (draft.pseudonym().isEmpty()) {
                problems.add(new FieldError("child", HandoverErrorCode.CHILD_INVALID));
            }
            Optional<MunicipalityCode> receiver = receiver(draft, sender, problems);
            Optional<AgeBand> age = AgeBand.parse(draft.age());
            if (age.isEmpty()) {
                problems.add(new FieldError("age", NotificationErrorCode.AGE_MISSING));
            }
            LocalDate today = Due.dayOf(now);
            Optional<LocalDate> moved = dayOfMoving(draft.movedOn(), today);
            Optional<LocalDate> known = day(draft.knownOn(), today, today);
            if (moved.isEmpty()) {
                problems.add(new FieldError("moved_on", HandoverErrorCode.MOVED_INVALID));
            }
            if (known.isEmpty()) {
                problems.add(new FieldError("known_on", HandoverErrorCode.KNOWN_INVALID));
            }
            lists(draft, problems);
            Optional<Justification> remark = text("remark", draft.remark(), problems);
            if (!problems.isEmpty()) {
                throw HandoverFault.invalid(problems);
            }
            return new Handover(
                    HandoverId.random(),
                    sender,
                    receiver.orElseThrow(),
                    age.orElseThrow(),
                    moved.orElseThrow(),
                    known.orElseThrow(),
                    Set.copyOf(draft.grounds()),
                    Set.copyOf(draft.materials()),
                    remark,
                    now,
                    Optional.empty());
        }

        private Optional<MunicipalityCode> receiver(
                HandoverDraft draft, MunicipalityCode sender, List<FieldError> problems) {
            String code = draft.receiver().strip();
            // 999 is not on the list of municipalities: nobody lives there.
            Optional<MunicipalityCode> other =
                    codes.municipality(code).isPresent() || code.equals(MunicipalityCode.SYNTHETIC.value())
                            ? Optional.of(new MunicipalityCode(code))
                            : Optional.empty();
            Optional<MunicipalityCode> receiver = other.filter(each -> !each.equals(sender));
            if (receiver.isEmpty()) {
                problems.add(new FieldError("receiver", HandoverErrorCode.RECEIVER_INVALID));
            }
            receiver.filter(each ->
                            each.equals(MunicipalityCode.SYNTHETIC) || sender.equals(MunicipalityCode.SYNTHETIC))
                    .ifPresent(each -> problems.add(new FieldError("receiver", HandoverErrorCode.RECEIVER_SYNTHETIC)));
            return receiver;
        }

        private void lists(HandoverDraft draft, List<FieldError> problems) {
            if (draft.grounds().isEmpty() || !register.areGrounds(draft.grounds())) {
                problems.add(new FieldError("grounds", HandoverErrorCode.GROUND_UNKNOWN));
            }
            if (!register.areMaterials(draft.materials())) {
                problems.add(new FieldError("materials", HandoverErrorCode.MATERIAL_UNKNOWN));
            } else if (!register.isEnough(draft.materials())) {
                problems.add(new FieldError("materials", HandoverErrorCode.MATERIAL_MISSING));
            }
        }
    }

    /** The first day of living elsewhere, at most a year back and half a year ahead; empty when it cannot be used. */
    public static Optional<LocalDate> dayOfMoving(String text, LocalDate today) {
        return day(text, today, today.plusMonths(MONTHS_AHEAD));
    }

    private static Optional<LocalDate> day(String text, LocalDate today, LocalDate last) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> !day.isAfter(last) && !day.isBefore(today.minusMonths(MONTHS_BACK)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** A text that somebody answers for; empty when there is none, or when it cannot be kept. */
    static Optional<Justification> text(String field, String text, List<FieldError> problems) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Justification.problem(text)
                .map(problem -> {
                    problems.add(new FieldError(field, problem));
                    return Optional.<Justification>empty();
                })
                .orElseGet(() -> Optional.of(new Justification(text)));
    }
}

package dk.rettidig.followup;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.HandoverDraft;
import dk.rettidig.handover.HandoverErrorCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A closing as somebody wrote it; texts that were not sent are empty. {@code toString} hides it.
 *
 * @param movedTo the three-digit code of a municipality, or {@link Move#ABROAD}; this and the next two count with {@code moved}
 *     alone
 * @param movedOn ISO date
 * @param materials what was sent to the other municipality, where the child is handed over here
 */
public record ClosingDraft(String code, String because, String movedTo, String movedOn, List<String> materials) {

    public ClosingDraft {
        materials = List.copyOf(materials);
    }

    /** A closing that says nothing of a move. */
    public ClosingDraft(String code, String because) {
        this(code, because, "", "", List.of());
    }

    @Override
    public String toString() {
        return "ClosingDraft[hidden]";
    }

    /**
     * Refuses what cannot be used.
     *
     * @param own whose follow-up it is: nobody moves to where they live
     * @return where the child moves, with {@code moved}; no handover yet
     * @throws FollowUpFault {@code follow_up_input_invalid} with every field that is wrong
     */
    Optional<Move> check(MunicipalityCode own, CodeRegister codes, LocalDate today) {
        List<FieldError> problems = new ArrayList<>();
        Optional<ClosingCode> chosen = ClosingCode.parse(code);
        if (chosen.isEmpty()) {
            problems.add(new FieldError("code", FollowUpErrorCode.CODE_UNKNOWN));
        }
        Justification.problem(because).ifPresent(problem -> problems.add(new FieldError("because", problem)));
        Optional<Move> move =
                chosen.filter(ClosingCode.MOVED::equals).flatMap(each -> move(own, codes, today, problems));
        if (!problems.isEmpty()) {
            throw FollowUpFault.invalid(problems);
        }
        return move;
    }

    /** Nobody moves to the synthetic municipality: nobody lives there. */
    private static boolean isAnother(String place, MunicipalityCode own, CodeRegister codes) {
        return codes.municipality(place).isPresent()
                && !place.equals(own.value())
                && !place.equals(MunicipalityCode.SYNTHETIC.value());
    }

    private Optional<Move> move(MunicipalityCode own, CodeRegister codes, LocalDate today, List<FieldError> problems) {
        String place = movedTo.strip();
        boolean abroad = place.equals(Move.ABROAD);
        if (place.isEmpty()) {
            problems.add(new FieldError("moved_to", FollowUpErrorCode.MOVED_TO_MISSING));
        } else if (!abroad && !isAnother(place, own, codes)) {
            problems.add(new FieldError("moved_to", FollowUpErrorCode.MOVED_TO_INVALID));
        }
        Optional<LocalDate> day = HandoverDraft.dayOfMoving(movedOn, today);
        if (day.isEmpty()) {
            problems.add(new FieldError("moved_on", HandoverErrorCode.MOVED_INVALID));
        }
        return day.filter(found -> problems.isEmpty())
                .map(found -> new Move(
                        abroad ? Optional.empty() : Optional.of(new MunicipalityCode(place)), found, Optional.empty()));
    }
}

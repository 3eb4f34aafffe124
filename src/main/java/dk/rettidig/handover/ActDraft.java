package dk.rettidig.handover;

import dk.rettidig.access.ActorKind;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody says to the other municipality, as it was written; texts that were not sent are empty. {@code toString} hides
 * it.
 *
 * @param materials what is asked for with {@code asks_for_more}, or was sent with a supplement
 */
public record ActDraft(ActKind kind, String code, String because, List<String> materials) {

    public ActDraft {
        materials = List.copyOf(materials);
    }

    /** Somebody opens it. */
    public static ActDraft opening() {
        return new ActDraft(ActKind.OPENED, "", "", List.of());
    }

    @Override
    public String toString() {
        return "ActDraft[hidden]";
    }

    /**
     * Refuses what cannot be used.
     *
     * @throws HandoverFault {@code handover_input_invalid} with every field that is wrong
     */
    Act read(HandoverRegister register, int number, ActorKind job, Instant now) {
        List<FieldError> problems = new ArrayList<>();
        if (kind.codes().isEmpty() ? !code.isBlank() : !kind.codes().contains(code)) {
            problems.add(new FieldError("code", HandoverErrorCode.CODE_UNKNOWN));
        }
        boolean listed = kind == ActKind.SUPPLEMENTED || code.equals(ActKind.ASKS_FOR_MORE);
        if (materials.isEmpty() == listed || !register.areMaterials(materials)) {
            problems.add(new FieldError("materials", HandoverErrorCode.MATERIAL_UNKNOWN));
        }
        Optional<Justification> reason = HandoverDraft.text("because", because, problems);
        boolean demanded = kind == ActKind.ANSWERED || kind == ActKind.CLOSED;
        if (demanded && because.isBlank()) {
            Justification.problem(because).ifPresent(problem -> problems.add(new FieldError("because", problem)));
        }
        if (!problems.isEmpty()) {
            throw HandoverFault.invalid(problems);
        }
        return new Act(number, kind, code.strip(), reason, Set.copyOf(materials), job, now);
    }
}

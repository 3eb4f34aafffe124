package dk.rettidig.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a child is handed over, from the shipped table. */
class HandoverRegisterTest {

    private static HandoverRegister read(PolicySet set, List<PolicyProblem> problems) {
        CodeRegister codes = CodeRegister.read(set, problems);
        DeadlineRegister deadlines = DeadlineRegister.read(set, problems);
        return HandoverRegister.read(set, codes, deadlines, problems);
    }

    @Test
    void aCauseSaysAGroundWhereItIsNoOtherGrounds() {
        List<PolicyProblem> problems = new ArrayList<>();

        HandoverRegister register = read(PolicySetReader.shipped(), problems);

        assertThat(problems).isEmpty();
        assertThat(register.groundsOf(Set.of("R18", "R19"))).containsExactly("abuse_by_parents", "honour_conflict");
        assertThat(register.groundsOf(Set.of("R16")))
                .as("the cause of several grounds")
                .isEmpty();
        assertThat(register.groundsOf(Set.of("R03"))).isEmpty();
        assertThat(register.areGrounds(List.of(HandoverRegister.NO_MEASURE))).isTrue();
    }

    @Test
    void aTableWithoutTheGroundOfAClosedFollowUpIsAProblem() {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySet shipped = PolicySetReader.shipped();

        read(
                PolicySet.of(shipped.files().stream()
                        .map(file -> file.path().equals(PolicySet.HANDOVER) ? without(file) : file)
                        .toList()),
                problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains(HandoverRegister.NO_MEASURE));
    }

    private static PolicyFile without(PolicyFile file) {
        String text = file.text().orElseThrow();
        return PolicyFile.of(file.path(), text.replace("id: " + HandoverRegister.NO_MEASURE, "id: another"));
    }
}

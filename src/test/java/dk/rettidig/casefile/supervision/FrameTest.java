package dk.rettidig.casefile.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.web.FieldError;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private final List<FieldError> problems = new ArrayList<>();

    private List<FrameCase> read(String csv) {
        return Frame.read(csv, new SecureRandom(), problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case_reference\nS-2026-1\nS-2026-2\n",
                "case_reference,handler\r\nS-2026-1,a\r\nS-2026-2,\r\n",
                "case_reference;handler\nS-2026-1;a\nS-2026-2;b"
            })
    void readsEachCaseUnderAKeyOfItsOwn(String csv) {
        List<FrameCase> cases = read(csv);

        assertThat(problems).isEmpty();
        assertThat(cases).extracting(one -> one.reference().value()).containsExactly("S-2026-1", "S-2026-2");
        assertThat(cases.getFirst().ticket())
                .isEqualTo(Draw.ticket(
                        HexFormat.of().parseHex(cases.getFirst().key()),
                        cases.getFirst().reference()));
        assertThat(cases.getFirst().key()).isNotEqualTo(cases.getLast().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "case_reference",
                "sag\nS-1",
                "case_reference\nS-2026-1,a",
                "case_reference,handler\nS-2026-1"
            })
    void whatIsNoFrameIsUnreadable(String csv) {
        read(csv);

        assertThat(problems).extracting(FieldError::code).containsExactly(SupervisionErrorCode.FRAME_UNREADABLE);
    }

    @Test
    void namesTheLinesThatAreWrong() {
        read("case_reference,handler\nS-2026-1,\n310299-" + "9876,\nS-2026-1,\nS-2026-2,310299" + "9876\n");

        assertThat(problems)
                .containsExactly(
                        new FieldError("frame:3", SupervisionErrorCode.REFERENCE_INVALID),
                        new FieldError("frame:4", SupervisionErrorCode.REFERENCE_TWICE),
                        new FieldError("frame:5", SupervisionErrorCode.REFERENCE_INVALID));
    }

    /** A child's pseudonym stands only in frames that the service made: nobody would renew it in an uploaded one. */
    @Test
    void takesNoPseudonymForACaseNumber() {
        String pseudonym = Pseudonym.of(new byte[Pseudonym.LENGTH]).text();

        read("case_reference\n" + pseudonym + "\n");

        assertThat(problems).containsExactly(new FieldError("frame:2", SupervisionErrorCode.REFERENCE_INVALID));
        assertThat(new CaseReference(pseudonym).child()).isPresent();
        assertThat(new CaseReference("S-2026-1").child()).isEmpty();
    }
}

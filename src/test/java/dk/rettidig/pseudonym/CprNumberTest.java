package dk.rettidig.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.pseudonym.CprNumber.Defect;
import dk.rettidig.pseudonym.CprNumber.Kind;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CprNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static CprNumber.Reading read(String... parts) {
        return CprNumber.read(String.join("", parts));
    }

    private static CprNumber number(String... parts) {
        assertThat(read(parts)).isInstanceOf(CprNumber.Read.class);
        return ((CprNumber.Read) read(parts)).number();
    }

    @Test
    void readsTenDigitsWithAndWithoutHyphenAndBlanksAround() {
        CprNumber plain = SyntheticCpr.number(5);

        assertThat(read(SyntheticCpr.hyphenated(5))).isEqualTo(new CprNumber.Read(plain));
        assertThat(read("  ", SyntheticCpr.digits(5), " ")).isEqualTo(new CprNumber.Read(plain));
        assertThat(new String(plain.input(), StandardCharsets.US_ASCII)).isEqualTo(SyntheticCpr.digits(5));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "10250 5001, NOT_TEN_DIGITS",
        "102505001, LEADING_ZERO_LOST",
        "31025050011, NOT_TEN_DIGITS",
        "310250 5001, NOT_TEN_DIGITS",
        "310250--501, NOT_TEN_DIGITS",
        "31025-05001, NOT_TEN_DIGITS",
        "310250-A5B1, LETTERS",
        "310250AAA1, LETTERS",
        "A102505001, NOT_TEN_DIGITS",
        "310250-5001, NO_SUCH_DATE",
        "3102505001, NO_SUCH_DATE",
        "9102505001, NO_SUCH_DATE",
        "0002505001, NO_SUCH_DATE",
        "6002505001, NO_SUCH_DATE",
        "9202505001, NO_SUCH_DATE",
        "0113505001, NO_SUCH_DATE",
        "0100505001, NO_SUCH_DATE"
    })
    void saysWhyATextIsNoNumber(String text, Defect defect) {
        assertThat(CprNumber.read(text)).isEqualTo(new CprNumber.Refused(defect));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 0, 1950",
        "50, 3, 1950",
        "36, 4, 2036",
        "37, 4, 1937",
        "57, 5, 2057",
        "57, 8, 2057",
        "58, 5, 1858",
        "99, 8, 1899",
        "36, 9, 2036",
        "37, 9, 1937",
        "00, 0, 1900",
        "00, 4, 2000"
    })
    void theSeventhDigitGivesTheCentury(String year, String seventh, int full) {
        assertThat(number("0506", year, seventh, "999").birthDate()).isEqualTo(LocalDate.of(full, 6, 5));
    }

    @Test
    void the29thOfFebruaryNeedsALeapYearOfTheRightCentury() {
        assertThat(read("2902", "00", "0", "999")).isEqualTo(new CprNumber.Refused(Defect.NO_SUCH_DATE));
        assertThat(number("2902", "00", "4", "999").birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThat(read("2902", "53", "5", "999")).isEqualTo(new CprNumber.Refused(Defect.NO_SUCH_DATE));
    }

    @Test
    void recognisesReplacementAndTestFormsAndAsksForNoControlDigit() {
        assertThat(number("65", "0450", "1001").kind(TODAY)).isEqualTo(Kind.REPLACEMENT);
        assertThat(number("65", "0450", "1001").birthDate()).isEqualTo(LocalDate.of(1950, 4, 5));
        assertThat(number("05", "0450", "1999").kind(TODAY)).isEqualTo(Kind.ORDINARY);
        assertThat(number("05", "0450", "9996").kind(TODAY)).isEqualTo(Kind.TEST);
        assertThat(SyntheticCpr.number(0).kind(TODAY)).isEqualTo(Kind.TEST);
        for (int last = 0; last <= 9; last++) {
            assertThat(number("05", "0450", "100" + last)).isNotNull();
        }
    }

    @Test
    void everyNumberHasItsOwnIndex() {
        Set<Integer> indices = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertThat(SyntheticCpr.number(i).index()).isBetween(0, CprNumber.INDICES - 1);
            indices.add(SyntheticCpr.number(i).index());
        }
        assertThat(indices).hasSize(100_000);
        assertThat(number("91", "1250", "8999").index()).isLessThan(CprNumber.INDICES);
        assertThat(number("61", "0150", "5000").index())
                .isNotEqualTo(number("31", "0150", "5000").index());
    }

    @Test
    void hidesItselfAndCannotBeSerialised() {
        CprNumber number = SyntheticCpr.number(7);

        assertThat(number.toString()).isEqualTo("CprNumber[hidden]");
        assertThat(new CprNumber.Read(number).toString())
                .doesNotContain(SyntheticCpr.digits(7).substring(0, 4));
        assertThat(Serializable.class.isAssignableFrom(CprNumber.class)).isFalse();
        number.input()[0] = 'x';
        assertThat(number).isEqualTo(SyntheticCpr.number(7)).isNotEqualTo(SyntheticCpr.number(8));
    }
}

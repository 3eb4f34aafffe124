package dk.rettidig.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CprNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3102031234",
                "310203-1234",
                "Barnet 310203-1234 er i klub",
                "310203 1234",
                "310203 - 1234",
                "310203\u20131234",
                "31 02 03 1234",
                "31.02.03-1234",
                "31-02-03-1234",
                "31/02/03 1234",
                "6102031234",
                "9112031234",
                "cpr:310203-1234.",
                "\uff13\uff11\uff10\uff12\uff10\uff13-\uff11\uff12\uff13\uff14",
                "310203\u200b-\u200b1234",
                "310203\n1234",
                "\u0663\u0661\u0660\u0662\u0660\u0663\u0661\u0662\u0663\u0664"
            })
    void findsWhatCouldBeANumber(String text) {
        assertThat(CprNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Barnet har været væk 12 dage siden 3. november 2026.",
                "Telefon 33 44 55 66",
                "310203-123",
                "310203-12345",
                "3202031234",
                "0113031234",
                "9202031234",
                "27.24.00-G01-123-26",
                "123456789012"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(CprNumbers.in(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dk.rettidig.pseudonym.CprTexts#possible")
    void findsWhateverTheRuleFinds(String text) {
        assertThat(CprNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dk.rettidig.pseudonym.CprTexts#impossible")
    void findsNothingWhereTheRuleFindsNothing(String text) {
        assertThat(CprNumbers.in(text)).isFalse();
    }
}

package dk.rettidig.review.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadabilityTest {

    @Test
    void addsWordsInASentenceAndLongWordsInAHundred() {
        // 10 words, 2 sentences, 2 words of more than six letters: 5 + 20.
        assertThat(Readability.lix("Barnet går i skole. Kommunen læser det, rådgiver ser på."))
                .isCloseTo(25, within(1e-9));
    }

    @Test
    void doesNotTakeADecimalOrAColonForTheEndOfASentence() {
        assertThat(Readability.lix("Dage: 1.5 ud af 100.")).isCloseTo(5, within(1e-9));
    }

    @Test
    void findsTheLanguageOfTheLawHardToRead() {
        assertThat(Readability.lix("Kommunalbestyrelsen skal undersøge forholdene nærmere, når oplysninger giver"
                        + " formodning om støttebehov hos barnet eller den unge."))
                .isGreaterThan(55);
    }
}

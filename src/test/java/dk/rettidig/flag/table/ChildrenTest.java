package dk.rettidig.flag.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.pseudonym.Pseudonym;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChildrenTest {

    private final Children children = new Children(new SecureRandom());

    @Test
    void numbersInTheOrderFirstSeenAndFindsEverybodyAgain() {
        Random random = new Random(1);
        Map<Pseudonym, Integer> expected = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            Pseudonym child = child(random.nextInt(40_000));
            int number = children.number(child);
            assertThat(number).isEqualTo(expected.computeIfAbsent(child, _ -> expected.size()));
        }

        assertThat(children.count()).isEqualTo(expected.size());
        expected.forEach((child, number) -> {
            assertThat(children.find(child)).isEqualTo(number);
            assertThat(children.pseudonym(number)).isEqualTo(child);
        });
        assertThat(children.find(child(99_999))).isEqualTo(Children.ABSENT);
    }

    @Test
    void keysThatDifferOnlyInTheirLastWordAreDifferentChildren() {
        assertThat(children.number(1, 2, 3, 4)).isZero();
        assertThat(children.number(1, 2, 3, 5)).isEqualTo(1);
        assertThat(children.find(1, 2, 3, 4)).isZero();
        assertThat(children.find(0, 0, 0, 0)).isEqualTo(Children.ABSENT);
        assertThat(children.number(0, 0, 0, 0)).isEqualTo(2);
    }

    @Test
    void printsNobody() {
        children.number(1, 2, 3, 4);

        assertThat(children).hasToString("Children[1]");
    }

    private static Pseudonym child(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Pseudonym.of(bytes);
    }
}

package dk.rettidig.casefile.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.merkle.Hash;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final List<Hash> TICKETS = IntStream.range(0, 20)
            .mapToObj(i -> Draw.ticket(key(i), new CaseReference("S-2026-" + i)))
            .toList();

    private static byte[] key(int number) {
        byte[] key = new byte[Draw.KEY_BYTES];
        Arrays.fill(key, (byte) number);
        return key;
    }

    private static Hash seed(int number) {
        return Draw.seed(new Checkpoint("test.example/log", number, Hash.of(key(number))));
    }

    /** Made with Python's hashlib from the description in docs/supervision.md. */
    @Test
    void isWhatAnotherProgramMakesOfTheDescription() {
        assertThat(TICKETS.getFirst().hex())
                .isEqualTo("05cd5f5a84a21139b5193f353ab7a79ed33aa1b770be5ff188c48617f778d69f");
        assertThat(seed(7).hex()).isEqualTo("d6aef69ed3d0b699c4dc8b06acfafddc772a7f8c7271cf0737e5d83421ec966d");
        assertThat(Draw.drawn(seed(7), TICKETS, 3).stream().map(Hash::hex))
                .containsExactly(
                        "43dc03a336c6026225a748bd8ae5461ed212692e4211822df00fdc5a400c7070",
                        "d4bb9eec31bcd33b660f6cd53dcc94d83f7d220b13ae79da2184364e475d88ba",
                        "f3434f7e4de4e6574ac9fbc9af6449a8606065369ae099a05c4c610cfca073e9");
    }

    @Test
    void doesNotDependOnTheOrderOfTheFrame() {
        List<Hash> other = new ArrayList<>(TICKETS);
        Collections.reverse(other);

        assertThat(Draw.drawn(seed(1), other, 5)).isEqualTo(Draw.drawn(seed(1), TICKETS, 5));
        assertThat(Draw.root(other)).isEqualTo(Draw.root(TICKETS));
    }

    @Test
    void drawsEachCaseOnceAndAllWhenAsked() {
        assertThat(Draw.drawn(seed(1), TICKETS, 20)).containsExactlyInAnyOrderElementsOf(TICKETS);
        assertThat(Draw.drawn(seed(1), TICKETS, 5)).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void drawsEveryCaseEquallyOften() {
        int draws = 4_000;
        int[] often = new int[TICKETS.size()];
        for (int i = 0; i < draws; i++) {
            byte[] root = Arrays.copyOf(BigInteger.valueOf(i + 1L).toByteArray(), 32);
            Hash seed = Draw.seed(new Checkpoint("test.example/log", i, Hash.of(root)));
            Draw.drawn(seed, TICKETS, 5).forEach(ticket -> often[TICKETS.indexOf(ticket)]++);
        }
        // Each is drawn 1,000 times on average with a deviation of 27; five of them is once in two million.
        assertThat(Arrays.stream(often)).allSatisfy(times -> assertThat(times).isBetween(865, 1_135));
    }

    @Test
    void aReferenceThatCouldBeACprNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseReference("310299-" + "9876"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseReference("x"));
        assertThat(new CaseReference("S-2026-17")).hasToString("CaseReference[hidden]");
    }
}

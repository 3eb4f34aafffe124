package dk.rettidig.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScopeSetTest {

    private final Random random = new Random(20261122);

    private byte[] name() {
        byte[] name = new byte[32];
        random.nextBytes(name);
        return name;
    }

    @Test
    void admitsWhomItHoldsUnderTheirOwnNameAndNobodyElse() {
        ScopeSet set = ScopeSet.empty();
        byte[] child = name();
        set.add(child, 0);
        byte[] asked = child.clone();
        byte[] stranger = name();
        byte[] before = stranger.clone();

        assertThat(set.admit(asked, 0)).isTrue();
        assertThat(asked).isEqualTo(child);
        assertThat(set.admit(stranger, 0)).isFalse();
        assertThat(stranger).isEqualTo(before);
        assertThat(ScopeSet.everybody().admit(stranger, 0)).isTrue();
    }

    @Test
    void ofASourceAdmitsUnderTheNameHereHoweverManyThereAre() {
        ScopeSet set = ScopeSet.ofSource();
        byte[][] atSource = new byte[1_000][];
        byte[][] here = new byte[1_000][];
        for (int i = 0; i < atSource.length; i++) {
            atSource[i] = name();
            here[i] = name();
            set.add(atSource[i], here[i]);
        }
        for (int i = 0; i < atSource.length; i++) {
            byte[] buffer = atSource[i].clone();
            assertThat(set.admit(buffer, 0)).isTrue();
            assertThat(buffer).isEqualTo(here[i]);
            assertThat(set.admit(here[i].clone(), 0))
                    .as("the name here is no name there")
                    .isFalse();
        }
        assertThat(set.size()).hasValue(1_000);
        byte[] other = name();
        set.add(atSource[7], other);
        byte[] again = atSource[7].clone();
        set.admit(again, 0);
        assertThat(again).as("the last stays").isEqualTo(other);
        assertThat(set.size()).hasValue(1_000);
    }

    @Test
    void aSetIsEitherASourcesOrNot() {
        assertThatIllegalStateException().isThrownBy(() -> ScopeSet.ofSource().add(name(), 0));
        assertThatIllegalStateException().isThrownBy(() -> ScopeSet.empty().add(name(), name()));
        assertThatIllegalStateException().isThrownBy(() -> ScopeSet.everybody().add(name(), 0));
    }
}

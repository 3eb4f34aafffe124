package dk.rettidig.access.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void letsTheDemonstrationsPeopleInOnTheLoopback(String host) {
        assertThatCode(() -> DemoGuard.check(true, host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "rettidig.example.invalid"})
    void refusesToStartWithTheDemonstrationsPeopleAnywhereElse(String host) {
        assertThatThrownBy(() -> DemoGuard.check(true, host)).hasMessageContaining("loopback only");
        assertThatCode(() -> DemoGuard.check(false, host)).doesNotThrowAnyException();
    }
}

package dk.rettidig.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockLagTest {

    private static final Instant REAL = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(REAL, ZoneOffset.UTC);

    @Test
    void anOperationsClockIsRightAndCannotBeMoved() {
        ClockLag lag = new ClockLag(Duration.ZERO, false);

        assertThat(lag.wasBehind()).isFalse();
        assertThat(lag.of(CLOCK).instant()).isEqualTo(REAL);
        assertThatThrownBy(() -> lag.putForward(Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDemonstrationsClockIsPutForwardUntilItIsRightAndNoFarther() {
        ClockLag lag = new ClockLag(Duration.ofDays(3), true);
        Clock clock = lag.of(CLOCK);
        assertThat(clock.instant()).isEqualTo(REAL.minus(Duration.ofDays(3)));

        lag.putForward(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(REAL.minus(Duration.ofDays(2)));
        assertThat(clock.withZone(ZoneId.of("Europe/Copenhagen")).instant()).isEqualTo(clock.instant());
        lag.putForward(Duration.ofDays(2));
        assertThat(clock.instant()).isEqualTo(REAL);
        assertThat(lag.wasBehind()).isTrue();
        assertThatThrownBy(() -> lag.putForward(Duration.ofNanos(1))).hasMessageContaining("cannot be put forward");
        assertThatThrownBy(() -> lag.putForward(Duration.ofDays(-1))).hasMessageContaining("cannot be put forward");
    }

    @ParameterizedTest
    @CsvSource({"P3D, false", "PT0.001S, false", "P8D, true", "-PT1S, true"})
    void isRefusedOutsideADemonstrationAheadAndBeyondAWeek(Duration behind, boolean demonstration) {
        assertThatThrownBy(() -> new ClockLag(behind, demonstration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rettidig.demo.clock-behind");
    }
}

package dk.rettidig.synthetic;

import java.time.Instant;
import java.time.LocalDate;

/** A row of a delivery as the wire has it: period with both days included, value in the indicator's unit. */
record FeedRow(
        String indicator, LocalDate from, LocalDate to, double value, int decimals, Instant knownAt, boolean retract) {

    FeedRow known(Instant at) {
        return new FeedRow(indicator, from, to, value, decimals, at, retract);
    }

    FeedRow valued(double other) {
        return new FeedRow(indicator, from, to, other, decimals, knownAt, retract);
    }
}

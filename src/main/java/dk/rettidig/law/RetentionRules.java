package dk.rettidig.law;

import java.time.Duration;

/** How long each class of data lives: {@code policies/retention.yaml}. Injected; immutable. */
public interface RetentionRules {

    /**
     * How long rows of this class are kept after their purpose ended, for instance {@code observation_after_scope} or
     * {@code flag_unopened}.
     *
     * @throws IllegalArgumentException for a class that the register does not name
     */
    Duration keep(String retentionClass);
}

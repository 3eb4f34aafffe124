package dk.rettidig.gate;

import dk.rettidig.law.PolicySetReader;
import dk.rettidig.law.calendar.DanishHolidays;
import dk.rettidig.law.calendar.DeadlineEngine;

/** The policy set that ships, read once. */
public final class ShippedPolicies {

    private static final Policies SHIPPED = Policy.load(PolicySetReader.shipped());

    private ShippedPolicies() {}

    /** The set. */
    public static Policies get() {
        return SHIPPED;
    }

    /** Counts deadlines as the service does. */
    public static DeadlineEngine engine() {
        return new DeadlineEngine(new DanishHolidays(SHIPPED.deadlines().holidayCorrections()));
    }
}

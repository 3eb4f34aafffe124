package dk.rettidig.notification;

import dk.rettidig.gate.ShippedPolicies;
import java.util.List;

/** What the shipped tables demand, for tests of what counts it. */
public final class ShippedDuties {

    private static final Duties DUTIES =
            new Duties(ShippedPolicies.get().triage(), ShippedPolicies.get().deadlines(), ShippedPolicies.engine());

    private ShippedDuties() {}

    /** Every duty of a notification. */
    public static List<Duty> of(Notification notification, List<Step> steps) {
        return DUTIES.of(notification, steps);
    }
}

package dk.rettidig.guideline;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of what the register says of a guideline. A change is a new version; none is overwritten.
 *
 * @param version counted from 1
 * @param points ids of the attention points it covers, in the order of the policy set of the day
 * @param owner a function in the municipality, never a person
 * @param edition what the guideline itself calls its version
 * @param kept where the text is kept: a reference or an address, never the text
 * @param inForceFrom the Danish day; there whenever it is in force
 * @param reviewBy the last Danish day of its next review; not before the day it is in force from
 * @param because why this version was made
 */
public record Guideline(
        GuidelineId id,
        MunicipalityCode municipality,
        int version,
        String title,
        List<String> points,
        Optional<String> owner,
        String edition,
        String kept,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> reviewBy,
        GuidelineState state,
        Justification because,
        Instant changedAt) {

    public Guideline {
        points = List.copyOf(points);
    }

    /** Whether it holds on the day. */
    public boolean holds(LocalDate today) {
        return state == GuidelineState.IN_FORCE
                && inForceFrom.filter(from -> !from.isAfter(today)).isPresent();
    }

    /** Whether anybody still works with it: a draft or one in force. */
    public boolean alive() {
        return state != GuidelineState.RETIRED;
    }

    /** Whether the day of its next review has passed; a retired one is not reviewed. */
    public boolean overdue(LocalDate today) {
        return alive() && reviewBy.filter(day -> day.isBefore(today)).isPresent();
    }

    /** Whether it covers the attention point. */
    public boolean covers(String point) {
        return points.contains(point);
    }
}

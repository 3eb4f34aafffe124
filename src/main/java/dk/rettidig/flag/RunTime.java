package dk.rettidig.flag;

import java.time.ZoneId;

/** The calendar of as-of days. */
final class RunTime {

    /** Denmark's: a day ends when it ends there. */
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private RunTime() {}
}

package dk.rettidig.notification.statistics;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.NotificationId;
import java.time.Instant;
import java.util.Map;

/** What notifications state of the child's sex: for whoever counts an edition, and nobody else (ADR 0150). */
public interface CountedSexes {

    /** By the notifications that state it, of those received in an interval, the end left out; in the caller's transaction. */
    Map<NotificationId, ChildSex> received(MunicipalityCode municipality, Instant from, Instant before);
}

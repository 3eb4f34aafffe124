package dk.rettidig.handover;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.Optional;

/**
 * What a municipality alone knows of a handover.
 *
 * @param other the other municipality
 * @param child the own pseudonym; empty at the receiver until the conversion has come
 * @param responsible who is told first; empty at the receiver until somebody opened it
 * @param notification which the receiver registered when it opened the handover
 * @param announcedAt when the sender wrote it
 * @param endedAt when a person ended it on this side
 */
public record OwnSide(
        HandoverId handover,
        MunicipalityCode municipality,
        HandoverSide side,
        MunicipalityCode other,
        Optional<Pseudonym> child,
        Optional<ActorName> responsible,
        Optional<NotificationId> notification,
        Instant announcedAt,
        Optional<Instant> endedAt) {}

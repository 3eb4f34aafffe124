package dk.rettidig.notification;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which children belong together. Each method takes part in the caller's transaction. */
public interface ChildLinks {

    /** A child put to others. */
    record Member(MunicipalityCode municipality, UUID link, Pseudonym child) {}

    /** The link of a reference; made when there is none. */
    UUID find(MunicipalityCode municipality, LinkKind kind, String digest, Instant at);

    /** The household that a child was put to last, if any. */
    Optional<UUID> household(MunicipalityCode municipality, Pseudonym child);

    /**
     * Puts a child to a link.
     *
     * @param again whether it is put back when a person took it out: a person may, a delivery may not
     * @return whether anything changed
     */
    boolean add(Member member, ActorName by, Instant at, boolean again);

    /** Takes a child out of a link; false when it is not in it. */
    boolean remove(Member member, ActorName by, Justification because, Instant at);

    /** Whether a child belongs together with any other. */
    boolean any(MunicipalityCode municipality, Pseudonym child);

    /** The links of a child that lead to another, oldest first. */
    List<ChildLink> of(MunicipalityCode municipality, Pseudonym child);

    /** The other children of the households of a child. */
    List<Pseudonym> ofHousehold(MunicipalityCode municipality, Pseudonym child);

    /** Those notifications whose child is linked to another of whom one is not done. */
    Set<NotificationId> withOthersOpen(MunicipalityCode municipality, Collection<NotificationId> notifications);

    /** Erases what is kept of children of whom no notification is on file, unless a halt keeps it. */
    void eraseForgotten(MunicipalityCode municipality);
}

package dk.rettidig.notification.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.notification.AgeBand;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code notification}. */
@Entity
@Table(name = "notification")
@IdClass(NotificationEntity.Key.class)
class NotificationEntity {

    private static final String BETWEEN = ",";

    /** The municipality comes first. */
    record Key(short municipality, UUID id) {}

    @Id
    private short municipality;

    @Id
    private UUID id;

    private byte[] pseudonym;
    private String ageBand;
    private String notifier;
    private boolean anonymous;
    private String causes;
    private String marks;
    private @Nullable String letter;
    private UUID incident;
    private Instant receivedAt;
    private Instant registeredAt;
    private String registeredBy;
    private @Nullable String responsible;
    private @Nullable Instant nextDue;

    @Column(name = "tell_at")
    private @Nullable Instant tellAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    NotificationEntity() {}

    NotificationEntity(Notification notification, Notifications.Next next) {
        this.municipality = notification.municipality().number();
        this.id = notification.id().value();
        this.pseudonym = notification.child().bytes();
        this.ageBand = notification.age().id();
        this.notifier = notification.notifier();
        this.anonymous = notification.anonymous();
        this.causes = String.join(BETWEEN, notification.causes());
        this.marks = String.join(BETWEEN, notification.markIds());
        this.letter = notification.letter().map(JournalNumber::value).orElse(null);
        this.incident = notification.incident().value();
        this.receivedAt = notification.receivedAt();
        this.registeredAt = notification.registeredAt();
        this.registeredBy = notification.registeredBy().value();
        this.responsible = notification.responsible().map(ActorName::value).orElse(null);
        this.nextDue = next.due().orElse(null);
        this.tellAt = next.tell().orElse(null);
        this.doneAt = next.done().orElse(null);
    }

    Notification notification() {
        return new Notification(
                new NotificationId(id),
                MunicipalityCode.of(municipality),
                Pseudonym.of(pseudonym),
                AgeBand.parse(ageBand).orElseThrow(),
                notifier,
                anonymous,
                words(causes),
                words(marks).stream()
                        .map(word -> NotificationMark.parse(word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(letter).map(JournalNumber::new),
                new NotificationId(incident),
                receivedAt,
                registeredAt,
                new ActorName(registeredBy),
                Optional.ofNullable(responsible).map(ActorName::new));
    }

    private static Set<String> words(String joined) {
        return joined.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(joined.split(BETWEEN)));
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(nextDue);
    }
}

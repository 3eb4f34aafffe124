package dk.rettidig.followup.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.Measure;
import dk.rettidig.followup.Reason;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code follow_up}. */
@Entity
@Table(name = "follow_up")
@IdClass(FollowUpEntity.Key.class)
class FollowUpEntity {

    static final String BETWEEN = ",";

    /** The municipality comes first. */
    record Key(short municipality, UUID id) {}

    @Id
    private short municipality;

    @Id
    private UUID id;

    private byte[] pseudonym;
    private String reasons;
    private int notifications;
    /** Blank when nobody answers for it yet. */
    private String responsible;

    private String state;
    private int opening;
    private Instant listedAt;
    private Instant latestAt;

    @Column(name = "tell_at")
    private @Nullable Instant tellAt;

    @Column(name = "back_at")
    private @Nullable Instant backAt;

    private @Nullable String measureKind;
    private @Nullable LocalDate measureFrom;
    private @Nullable LocalDate measureTo;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    FollowUpEntity() {}

    FollowUpEntity(FollowUp followUp, Optional<Instant> tell) {
        this.municipality = followUp.municipality().number();
        this.id = followUp.id().value();
        this.pseudonym = followUp.child().bytes();
        this.reasons = String.join(BETWEEN, followUp.reasonIds());
        this.notifications = followUp.notifications();
        this.responsible = followUp.responsible().map(ActorName::value).orElse("");
        this.state = followUp.state().id();
        this.opening = followUp.opening();
        this.listedAt = followUp.listedAt();
        this.latestAt = followUp.latestAt();
        this.tellAt = tell.orElse(null);
        this.backAt = followUp.backAt().orElse(null);
        this.measureKind = followUp.measure().map(Measure::kind).orElse(null);
        this.measureFrom = followUp.measure().map(Measure::from).orElse(null);
        this.measureTo = followUp.measure().flatMap(Measure::to).orElse(null);
    }

    FollowUp followUp() {
        LocalDate from = measureFrom;
        return new FollowUp(
                new FollowUpId(id),
                MunicipalityCode.of(municipality),
                Pseudonym.of(pseudonym),
                reasons(),
                notifications,
                Optional.of(responsible).filter(name -> !name.isBlank()).map(ActorName::new),
                FollowUp.State.parse(state).orElseThrow(),
                opening,
                listedAt,
                latestAt,
                Optional.ofNullable(backAt),
                from == null
                        ? Optional.empty()
                        : Optional.ofNullable(measureKind)
                                .map(kind -> new Measure(kind, from, Optional.ofNullable(measureTo))));
    }

    private Set<Reason> reasons() {
        return reasons.isEmpty()
                ? Set.of()
                : Arrays.stream(reasons.split(BETWEEN))
                        .map(word -> Reason.parse(word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet());
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    Instant listedAt() {
        return listedAt;
    }
}

package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagState;
import dk.rettidig.flag.RunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code flag} as lists show it and as people move it on. The child it is about is not in it: that is read by
 * {@link FlagContentEntity} only when somebody opens the flag. A run raises flags in bulk and by SQL.
 */
@Entity
@DynamicUpdate
@Table(name = "flag")
@IdClass(FlagKey.class)
class FlagEntity {

    @Id
    private short municipality;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID run;

    @Column(updatable = false)
    private Instant deadline;

    private String state;

    private Instant changedAt;

    private @Nullable Instant acknowledgedAt;

    /** What the ETag says; Hibernate counts it on with every change. */
    @Version
    private long version;

    @Formula("exists (select 1 from flag_fact fact where fact.municipality = municipality and fact.flag = id "
            + "and fact.change <> 'none')")
    private boolean valueChanged;

    String state() {
        return state;
    }

    long version() {
        return version;
    }

    void move(String to, Instant at) {
        state = to;
        changedAt = at;
    }

    /** Once: a later acknowledgement changes nothing. */
    void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
    }

    FlagListing listing() {
        return new FlagListing(
                new FlagId(id),
                MunicipalityCode.of(municipality),
                new RunId(run),
                deadline,
                flagState(),
                version,
                valueChanged);
    }

    private FlagState flagState() {
        return switch (state) {
            case "open" -> new FlagState.Open();
            case "opened" -> new FlagState.Opened(changedAt);
            case "view_sealed" -> new FlagState.ViewSealed(changedAt);
            case "concluded" -> new FlagState.Concluded(changedAt);
            case "expired" -> new FlagState.Expired(changedAt);
            case "withdrawn" -> new FlagState.Withdrawn(changedAt);
            default -> throw new FlagFault(FlagErrorCode.STORE_CORRUPT);
        };
    }
}

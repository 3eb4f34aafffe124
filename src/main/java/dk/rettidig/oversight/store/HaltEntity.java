package dk.rettidig.oversight.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.oversight.halt.Halt;
import dk.rettidig.oversight.halt.HaltKind;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.JournalNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code halt}. */
@Entity
@Table(name = "halt")
@IdClass(HaltEntity.Key.class)
class HaltEntity {

    /** The municipality comes first. */
    record Key(short municipality, UUID id) {}

    @Id
    private short municipality;

    @Id
    private UUID id;

    private byte[] pseudonym;

    @Column(name = "lookup")
    private byte[] lookup;

    private String kind;
    private String caseReference;
    private String registeredBy;
    private Instant registeredAt;
    private @Nullable LocalDate untilDay;

    @Column(name = "lifted_by")
    private @Nullable String liftedBy;

    private @Nullable Instant liftedAt;

    Pseudonym child() {
        return Pseudonym.of(pseudonym);
    }

    Halt halt() {
        return new Halt(
                id,
                MunicipalityCode.of(municipality),
                HaltKind.parse(kind).orElseThrow(),
                new JournalNumber(caseReference),
                new ActorName(registeredBy),
                registeredAt,
                Optional.ofNullable(untilDay),
                Optional.ofNullable(liftedAt));
    }
}

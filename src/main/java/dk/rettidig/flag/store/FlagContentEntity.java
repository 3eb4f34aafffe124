package dk.rettidig.flag.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a row of {@code flag} says about its child, until it is erased. */
@Entity
@Immutable
@Table(name = "flag")
@IdClass(FlagKey.class)
class FlagContentEntity {

    @Id
    private short municipality;

    @Id
    private UUID id;

    private byte @Nullable [] pseudonym;
    private short[] missing;
    private short[] retracted;
    private short[] stale;

    byte @Nullable [] pseudonym() {
        return pseudonym;
    }

    short[] missing() {
        return missing;
    }

    short[] retracted() {
        return retracted;
    }

    short[] stale() {
        return stale;
    }
}

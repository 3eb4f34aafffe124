package dk.rettidig.flag.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code flag_strength}, which the database shows only after an own view of the flag was sealed. */
@Entity
@Immutable
@Table(name = "flag_strength")
@IdClass(FlagStrengthEntity.Key.class)
class FlagStrengthEntity {

    /** One a flag. */
    record Key(short municipality, UUID flag) {}

    @Id
    private short municipality;

    @Id
    private UUID flag;

    private byte[] sealed;

    byte[] sealed() {
        return sealed;
    }
}

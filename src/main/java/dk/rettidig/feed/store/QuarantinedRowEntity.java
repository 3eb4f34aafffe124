package dk.rettidig.feed.store;

import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.RowCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code quarantined_row}: line and code of a row that stayed out, written with the load. */
@Entity
@Immutable
@Table(name = "quarantined_row")
@IdClass(QuarantinedRowEntity.Key.class)
class QuarantinedRowEntity {

    /** One a delivery and line. */
    record Key(UUID delivery, long line) {}

    @Id
    private UUID delivery;

    @Id
    private long line;

    private short code;

    Deliveries.QuarantinedRow row() {
        return new Deliveries.QuarantinedRow(line, RowCode.withNumber(code).orElse(RowCode.MALFORMED));
    }
}

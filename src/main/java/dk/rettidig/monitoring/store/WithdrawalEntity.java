package dk.rettidig.monitoring.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.monitoring.Withdrawal;
import dk.rettidig.scoring.ModelRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code model_withdrawal}. */
@Entity
@Immutable
@Table(name = "model_withdrawal")
class WithdrawalEntity {

    @Id
    private UUID id;

    private short municipality;
    private String modelName;
    private String modelVersion;
    private Instant withdrawnAt;

    Withdrawal withdrawal() {
        return new Withdrawal(
                id, MunicipalityCode.of(municipality), new ModelRef(modelName, modelVersion), withdrawnAt);
    }
}

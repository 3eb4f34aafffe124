package dk.rettidig.monitoring.store;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.monitoring.Figure;
import dk.rettidig.monitoring.Pause;
import dk.rettidig.scoring.ModelRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code monitoring_pause}. */
@Entity
@Table(name = "monitoring_pause")
class PauseEntity {

    @Id
    private UUID id;

    private short municipality;
    private String modelName;
    private String modelVersion;
    private @Nullable UUID run;
    private String measure;
    private String source;
    private String indicator;
    private double figure;

    @Column(name = "limit_value")
    private double limitValue;

    private Instant pausedAt;
    private @Nullable Instant resumedAt;
    private @Nullable String resumedBy;

    Pause pause() {
        return new Pause(
                id,
                MunicipalityCode.of(municipality),
                new ModelRef(modelName, modelVersion),
                Optional.ofNullable(run).map(RunId::new),
                new Figure(measure, source, indicator, figure),
                limitValue,
                pausedAt,
                Optional.ofNullable(resumedAt)
                        .map(at -> new Pause.Resumption(
                                at,
                                ActorKind.parse(Optional.ofNullable(resumedBy).orElse(""))
                                        .orElseThrow())));
    }
}

package dk.rettidig.flag.store;

import dk.rettidig.flag.RunProgress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A row of {@code run_progress}: what people watch while a run is under way. */
@Entity
@Table(name = "run_progress")
class RunProgressEntity {

    @Id
    private UUID run;

    private String stage;
    private long done;
    private long total;

    @Column
    private Instant at;

    RunProgress progress() {
        return new RunProgress(RunProgress.Stage.valueOf(stage.toUpperCase(Locale.ROOT)), done, total);
    }
}

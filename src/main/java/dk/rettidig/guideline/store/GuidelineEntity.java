package dk.rettidig.guideline.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.guideline.GuidelineState;
import dk.rettidig.text.Justification;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code guideline_version}: written once, never changed. */
@Entity
@Immutable
@Table(name = "guideline_version")
@IdClass(GuidelineEntity.Key.class)
class GuidelineEntity {

    private static final String BETWEEN = ",";

    /** The municipality comes first. */
    record Key(short municipality, UUID guideline, int version) {}

    @Id
    private short municipality;

    @Id
    private UUID guideline;

    @Id
    private int version;

    private String title;
    private String points;
    private @Nullable String owner;
    private String edition;
    private String kept;
    private @Nullable LocalDate inForceFrom;
    private @Nullable LocalDate reviewBy;
    private String state;
    private String because;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    GuidelineEntity() {}

    GuidelineEntity(Guideline of) {
        this.municipality = of.municipality().number();
        this.guideline = of.id().value();
        this.version = of.version();
        this.title = of.title();
        this.points = String.join(BETWEEN, of.points());
        this.owner = of.owner().orElse(null);
        this.edition = of.edition();
        this.kept = of.kept();
        this.inForceFrom = of.inForceFrom().orElse(null);
        this.reviewBy = of.reviewBy().orElse(null);
        this.state = of.state().id();
        this.because = of.because().text();
        this.changedAt = of.changedAt();
    }

    Guideline guideline() {
        return new Guideline(
                new GuidelineId(guideline),
                MunicipalityCode.of(municipality),
                version,
                title,
                List.of(points.split(BETWEEN)),
                Optional.ofNullable(owner),
                edition,
                kept,
                Optional.ofNullable(inForceFrom),
                Optional.ofNullable(reviewBy),
                GuidelineState.parse(state).orElseThrow(),
                new Justification(because),
                changedAt);
    }
}

package dk.rettidig.guideline.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.guideline.Answer;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.guideline.SelfCheck;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code guideline_answer}: written once, never changed. */
@Entity
@Immutable
@Table(name = "guideline_answer")
@IdClass(SelfCheckEntity.Key.class)
class SelfCheckEntity {

    /** The municipality comes first. */
    record Key(short municipality, String point, int number) {}

    @Id
    private short municipality;

    @Id
    private String point;

    @Id
    private int number;

    private String answer;
    private String remark;
    private @Nullable UUID guideline;
    private @Nullable LocalDate improveBy;
    private Instant checkedAt;

    @SuppressWarnings("NullAway.Init") // by Hibernate
    SelfCheckEntity() {}

    SelfCheckEntity(SelfCheck of) {
        this.municipality = of.municipality().number();
        this.point = of.point();
        this.number = of.number();
        this.answer = of.answer().id();
        this.remark = of.remark();
        this.guideline = of.guideline().map(GuidelineId::value).orElse(null);
        this.improveBy = of.improveBy().orElse(null);
        this.checkedAt = of.checkedAt();
    }

    SelfCheck check() {
        return new SelfCheck(
                MunicipalityCode.of(municipality),
                point,
                number,
                Answer.parse(answer).orElseThrow(),
                remark,
                Optional.ofNullable(guideline).map(GuidelineId::new),
                Optional.ofNullable(improveBy),
                checkedAt);
    }
}

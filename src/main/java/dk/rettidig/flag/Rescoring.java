package dk.rettidig.flag;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureInput;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ScoringResult;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Follows corrections at the source into the flags that used the value: marks the fact, asks the flag's own model again as of
 * the same day with the corrected value and nothing else changed, and enters which flags it was. Closes nothing.
 */
@Singleton
class Rescoring {

    private static final Logger LOG = Logger.getLogger(Rescoring.class);
    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Corrections corrections;
    private final RunModels models;
    private final Ledger ledger;

    Rescoring(Corrections corrections, RunModels models, Ledger ledger) {
        this.corrections = corrections;
        this.models = models;
        this.ledger = ledger;
    }

    /** In the caller's transaction. */
    void follow(MunicipalityCode municipality, Instant now) {
        List<FlagId> changed = corrections.markChanged(municipality);
        if (changed.isEmpty()) {
            return;
        }
        for (FlagId flag : changed) {
            corrections
                    .basis(municipality, flag)
                    .ifPresent(basis -> corrections.keep(municipality, flag, again(basis, now)));
        }
        ledger.append(SCHEDULER, new FlagEvent.ValuesCorrected(municipality, changed));
    }

    private Rescored again(Corrections.Basis basis, Instant now) {
        return model(basis)
                .map(model -> model.scorer().score(input(model, basis)))
                .map(result -> switch (result) {
                    case ScoringResult.Scored scored ->
                        (Rescored) new Rescored.Value(now, scored.probability(), scored.frequency());
                    case ScoringResult.Abstained _ -> new Rescored.Abstained(now);
                })
                .orElseGet(() -> new Rescored.Unavailable(now));
    }

    private Optional<ReleasedModel> model(Corrections.Basis basis) {
        try {
            return models.find(basis.model());
        } catch (ModelIntegrityException refused) {
            LOG.warnf("model refused modelVersion=%s reason=%s", basis.model(), refused.getMessage());
            return Optional.empty();
        }
    }

    private static FeatureInput input(ReleasedModel model, Corrections.Basis basis) {
        return new FeatureInput(
                AsOf.endOf(basis.asOf()),
                model.features().stream()
                        .map(feature -> basis.stale().contains(feature.indicator())
                                ? stale(basis.asOf())
                                : basis.values().getOrDefault(feature.indicator(), new FeatureValue.Missing()))
                        .toList());
    }

    /** That there was an old value is all that counts; which one it was is not kept with the flag. */
    private static FeatureValue stale(LocalDate day) {
        return new FeatureValue.Stale(0, day, day, AsOf.endOf(day).moment());
    }
}

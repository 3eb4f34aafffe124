package dk.rettidig.flag;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureInput;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ScoringResult;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Follows corrections at the source into the flags that used the value: holds the flag's copy against its entry, marks the fact,
 * asks the flag's own model again as of the same day with the corrected value and nothing else changed, enters which flags it was
 * and has those told who read a flag that has ended. Closes and reopens nothing (ADR 0121, 0146).
 */
@Singleton
class Rescoring {

    private static final Logger LOG = Logger.getLogger(Rescoring.class);
    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final Corrections corrections;
    private final CopyCheck copies;
    private final CorrectionReaders readers;
    private final RunModels models;
    private final Gate gate;
    private final Epochs epochs;
    private final Ledger ledger;

    Rescoring(
            Corrections corrections,
            CopyCheck copies,
            CorrectionReaders readers,
            RunModels models,
            Gate gate,
            Epochs epochs,
            Ledger ledger) {
        this.corrections = corrections;
        this.copies = copies;
        this.readers = readers;
        this.models = models;
        this.gate = gate;
        this.epochs = epochs;
        this.ledger = ledger;
    }

    /** Asks the gate when there is anything to follow; then everything in one transaction. */
    void follow(MunicipalityCode municipality, Instant now) {
        boolean any = QuarkusTransaction.requiringNew()
                .call(() -> !corrections.changed(municipality).isEmpty());
        if (any && permitted(municipality)) {
            QuarkusTransaction.requiringNew().run(() -> {
                epochs.hold(municipality.value());
                checked(municipality, now);
            });
        }
    }

    /** A refusal is an entry and a warning; what a source corrected is found again the next time. */
    private boolean permitted(MunicipalityCode municipality) {
        try {
            gate.demand(Request.plain(
                    SCHEDULER, Action.FOLLOW_CORRECTIONS, Purpose.ADMINISTRATION, Optional.of(municipality)));
            return true;
        } catch (RefusedFault refused) {
            LOG.warnf("corrections are not followed: %s", refused.errorCode().code());
            return false;
        }
    }

    private void checked(MunicipalityCode municipality, Instant now) {
        Map<FlagId, CopyCheck.Verdict> verdicts = copies.of(municipality, corrections.changed(municipality), now);
        List<FlagId> refused = corrections.refuse(municipality, with(verdicts, CopyCheck.Verdict.CONTRADICTED), now);
        if (!refused.isEmpty()) {
            LOG.errorf("copies of flags contradict their entries count=%d", refused.size());
            ledger.append(SCHEDULER, new FlagEvent.CopyContradicted(municipality, refused));
        }
        List<FlagId> marked = corrections.mark(municipality, with(verdicts, CopyCheck.Verdict.INTACT));
        if (!marked.isEmpty()) {
            rescored(municipality, marked, now);
        }
    }

    private static List<FlagId> with(Map<FlagId, CopyCheck.Verdict> verdicts, CopyCheck.Verdict wanted) {
        return verdicts.entrySet().stream()
                .filter(each -> each.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void rescored(MunicipalityCode municipality, List<FlagId> marked, Instant now) {
        for (FlagId flag : marked) {
            corrections
                    .basis(municipality, flag)
                    .ifPresent(basis -> corrections.keep(municipality, flag, again(basis, now)));
        }
        ledger.append(SCHEDULER, new FlagEvent.ValuesCorrected(municipality, marked));
        List<FlagId> ended = corrections.concluded(municipality, marked);
        if (!ended.isEmpty()) {
            readers.tell(municipality, ended, now);
        }
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

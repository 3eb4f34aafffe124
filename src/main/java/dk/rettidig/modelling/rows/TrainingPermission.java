package dk.rettidig.modelling.rows;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Evaluation;
import dk.rettidig.gate.Policies;
import dk.rettidig.gate.PolicyEngine;
import dk.rettidig.gate.Question;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.TrainingSettings.Approval;
import dk.rettidig.modelling.TrainingSettings.Folders;
import dk.rettidig.scoring.FeatureDefinition;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the rule set, before anything is read, whether these indicators of these municipalities' children may be used to
 * develop a model: legal basis, phase and signature (Datatilsynet, 17 November 2023, j.nr. 2023-212-0015). Municipality 999 has
 * nobody in it and needs none of them.
 */
final class TrainingPermission {

    private static final String WHAT = "training";

    private final PolicyEngine engine;
    private final Clock clock;

    TrainingPermission(Policies policies, Clock clock) {
        this.engine = new PolicyEngine(policies);
        this.clock = clock;
    }

    /**
     * Returns when every municipality's data may be used.
     *
     * @throws ModellingFault {@code training_rows_not_permitted} with the rules, {@code modelling_settings_malformed}
     */
    void require(Folders folders, List<FeatureDefinition> features) {
        if (folders.municipalities().isEmpty() || folders.folders().isEmpty()) {
            throw malformed("data.municipalities", "a municipality and a folder at least", Optional.empty());
        }
        for (String code : folders.municipalities()) {
            Evaluation answer = engine.evaluate(question(municipality(code), folders.approval(), features));
            if (!(answer instanceof Evaluation.Permitted)) {
                throw new ModellingFault(
                        ModellingErrorCode.ROWS_NOT_PERMITTED,
                        Map.of(
                                "municipality", code,
                                "rules", String.join(", ", answer.rules()),
                                "policy", answer.policy().value()));
            }
        }
    }

    private Question question(MunicipalityCode municipality, Approval approval, List<FeatureDefinition> features) {
        boolean synthetic = municipality.equals(MunicipalityCode.SYNTHETIC);
        return new Question(
                ActorKind.MODEL_OWNER,
                Optional.of(municipality),
                Action.EVALUATE_MODEL,
                Purpose.MODEL_DEVELOPMENT,
                Optional.of(municipality),
                synthetic ? Optional.empty() : Optional.of(Phase.DEVELOPMENT),
                synthetic ? Optional.empty() : basis(approval),
                synthetic ? ScopeKind.NONE : ScopeKind.NOTIFIED,
                features.stream().map(each -> each.indicator().value()).toList(),
                features.stream().map(FeatureDefinition::source).toList(),
                synthetic,
                Map.of("model", WHAT),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                synthetic ? Optional.empty() : signature(approval));
    }

    private static MunicipalityCode municipality(String code) {
        try {
            return new MunicipalityCode(code);
        } catch (IllegalArgumentException e) {
            throw malformed("data.municipalities", "three-digit codes", Optional.of(e));
        }
    }

    private static Optional<BasisId> basis(Approval approval) {
        try {
            return approval.basis().isBlank() ? Optional.empty() : Optional.of(new BasisId(approval.basis()));
        } catch (IllegalArgumentException e) {
            throw malformed("data.approval.basis", "an id of legal-bases.yaml", Optional.of(e));
        }
    }

    private static Optional<Question.Signature> signature(Approval approval) {
        if (approval.signedAt().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Question.Signature(
                    Instant.parse(approval.signedAt()),
                    !approval.dpiaWithDpoAdvice().isBlank(),
                    !approval.fria().isBlank(),
                    !approval.notices().isBlank(),
                    !approval.euRegistration().isBlank()));
        } catch (DateTimeException e) {
            throw malformed("data.approval.signed_at", "a moment such as 2026-10-01T09:00:00Z", Optional.of(e));
        }
    }

    private static ModellingFault malformed(String field, String expected, Optional<Exception> cause) {
        Map<String, Object> details = Map.of("field", field, "expected", expected);
        return cause.map(each -> new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, details, each))
                .orElseGet(() -> new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, details));
    }
}

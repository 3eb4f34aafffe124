package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question with sensible defaults; each method returns a changed copy. */
record Ask(
        ActorKind actor,
        Optional<String> at,
        Action action,
        Purpose purpose,
        Optional<String> municipality,
        Optional<Phase> phase,
        Optional<String> basis,
        ScopeKind scope,
        List<String> indicators,
        List<String> sources,
        boolean synthetic,
        Map<String, String> attributes,
        Instant now,
        Optional<Question.Signature> signature) {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** A permitted demo delivery. */
    static Ask aDelivery() {
        return new Ask(
                ActorKind.REGISTRY,
                Optional.of("999"),
                Action.DELIVER,
                Purpose.CHILD_SUPPORT,
                Optional.of("999"),
                Optional.of(Phase.DEMO),
                Optional.of("lb.demo.notified"),
                ScopeKind.NOTIFIED,
                List.of("SCH_ABS_UNL"),
                List.of("school"),
                true,
                Map.of("feed", "school"),
                NOW,
                Optional.empty());
    }

    /** A permitted demo run. */
    static Ask aRun() {
        return aDelivery()
                .by(ActorKind.TEAM_LEADER)
                .action(Action.START_RUN)
                .sources(new String[0])
                .attributes(Map.of("model", "scorecard-1"));
    }

    /** A run on real data of a municipality under a verified basis, with a signature: everything that can be there. */
    static Ask aRealRun() {
        return aRun().in("101")
                .synthetic(false)
                .phase(Phase.OPERATION)
                .basis("lb.verified")
                .signature(Optional.of(new Question.Signature(NOW.minusSeconds(1000), true, true, true, true)));
    }

    /** Something that processes nothing. */
    static Ask plain(ActorKind actor, Action action, Purpose purpose) {
        Optional<String> home = isMunicipal(actor) ? Optional.of("999") : Optional.empty();
        return new Ask(
                actor,
                home,
                action,
                purpose,
                home,
                Optional.empty(),
                Optional.empty(),
                ScopeKind.NONE,
                List.of(),
                List.of(),
                false,
                Map.of(),
                NOW,
                Optional.empty());
    }

    static boolean isMunicipal(ActorKind kind) {
        return switch (kind) {
            case OPERATOR, VERIFIER, SCHEDULER, AUTHORITY, WITNESS, PUBLIC -> false;
            default -> true;
        };
    }

    Ask by(ActorKind kind) {
        Optional<String> home = isMunicipal(kind) ? Optional.of(at.orElse("999")) : Optional.empty();
        return new Ask(
                kind,
                home,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask from(String code) {
        return new Ask(
                actor,
                Optional.of(code),
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask about(String code) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                Optional.of(code),
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask in(String code) {
        return from(code).about(code);
    }

    Ask action(Action other) {
        return new Ask(
                actor,
                at,
                other,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask purpose(Purpose other) {
        return new Ask(
                actor,
                at,
                action,
                other,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask phase(Phase other) {
        return phase(Optional.of(other));
    }

    Ask phase(Optional<Phase> other) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                other,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask basis(String id) {
        return basis(Optional.of(id));
    }

    Ask basis(Optional<String> id) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                id,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask scope(ScopeKind other) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                other,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask indicators(String... ids) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                List.of(ids),
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask sources(String... kinds) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                List.of(kinds),
                synthetic,
                attributes,
                now,
                signature);
    }

    Ask synthetic(boolean all) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                all,
                attributes,
                now,
                signature);
    }

    Ask attributes(Map<String, String> others) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                others,
                now,
                signature);
    }

    Ask with(String name, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return attributes(more);
    }

    Ask now(String moment) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                Instant.parse(moment),
                signature);
    }

    Ask signature(Optional<Question.Signature> other) {
        return new Ask(
                actor,
                at,
                action,
                purpose,
                municipality,
                phase,
                basis,
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                other);
    }

    Question question() {
        return new Question(
                actor,
                at.map(MunicipalityCode::new),
                action,
                purpose,
                municipality.map(MunicipalityCode::new),
                phase,
                basis.map(BasisId::new),
                scope,
                indicators,
                sources,
                synthetic,
                attributes,
                now,
                signature);
    }

    Evaluation of(PolicyEngine engine) {
        return engine.evaluate(question());
    }

    Evaluation ofShipped() {
        return of(Policy.shipped());
    }
}

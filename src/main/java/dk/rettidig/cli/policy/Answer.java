package dk.rettidig.cli.policy;

import dk.rettidig.gate.Decision.Reason;
import dk.rettidig.gate.Evaluation;
import dk.rettidig.gate.Policies;
import dk.rettidig.law.BasisId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An evaluation in words: Danish first. A permit is "tilladt af regelsæt", never more than that. */
final class Answer {

    private Answer() {}

    static String text(Policies policies, Evaluation evaluation) {
        String digest = evaluation.policy().value();
        return switch (evaluation) {
            case Evaluation.Permitted yes ->
                "Tilladt af regelsæt %s%n/ Permitted by rule set %s%n".formatted(digest, digest)
                        + rules(policies, yes)
                        + basis(policies, yes);
            case Evaluation.Refused no ->
                "Afvist af regelsæt %s%n/ Refused by rule set %s%n".formatted(digest, digest) + reasons(no.reasons());
            case Evaluation.Undecidable no ->
                "Kan ikke afgøres af regelsæt %s, og er derfor afvist%n/ Undecidable by rule set %s, so refused%n"
                                .formatted(digest, digest)
                        + reasons(no.reasons());
        };
    }

    private static String rules(Policies policies, Evaluation.Permitted permitted) {
        StringBuilder text = new StringBuilder();
        for (String rule : permitted.rules()) {
            policies.describe(rule).ifPresent(reason -> text.append(line(reason)));
        }
        return text.toString();
    }

    private static String basis(Policies policies, Evaluation.Permitted permitted) {
        return permitted
                .basis()
                .flatMap(policies.bases()::find)
                .map(basis -> "hjemmel %s: %s%n/ legal basis %s: %s%n  [%s]%n"
                        .formatted(basis.id(), basis.danish(), basis.id(), basis.english(), basis.citation()))
                .orElse("");
    }

    private static String reasons(List<Reason> reasons) {
        StringBuilder text = new StringBuilder();
        reasons.forEach(reason -> text.append(line(reason)));
        return text.toString();
    }

    private static String line(Reason reason) {
        return "regel %s: %s%n/ rule %s: %s%n  [%s]%n"
                .formatted(reason.rule(), reason.danish(), reason.rule(), reason.english(), reason.citation());
    }

    static Map<String, Object> json(Evaluation evaluation) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", evaluation.outcome());
        answer.put("policy", evaluation.policy().value());
        answer.put("rules", evaluation.rules());
        switch (evaluation) {
            case Evaluation.Permitted yes ->
                yes.basis().map(BasisId::value).ifPresent(basis -> answer.put("basis", basis));
            case Evaluation.Refused no -> answer.put("reasons", reasonsForPrograms(no.reasons()));
            case Evaluation.Undecidable no -> answer.put("reasons", reasonsForPrograms(no.reasons()));
        }
        return answer;
    }

    private static List<Map<String, String>> reasonsForPrograms(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> Map.of(
                        "rule", reason.rule(),
                        "danish", reason.danish(),
                        "english", reason.english(),
                        "citation", reason.citation()))
                .toList();
    }
}

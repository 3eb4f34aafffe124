package dk.rettidig.cli.policy;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Question;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A question in the words of the command line. */
final class QuestionOptions {

    @Option(names = "--actor", required = true, paramLabel = "KIND", description = "Who asks, for instance caseworker.")
    private String actor = "";

    @Option(names = "--at", paramLabel = "CODE", description = "The asking actor's municipality.")
    private @Nullable String at;

    @Option(names = "--action", required = true, paramLabel = "WORD", description = "What for, for instance start_run.")
    private String action = "";

    @Option(names = "--purpose", required = true, paramLabel = "WORD", description = "For instance child_support.")
    private String purpose = "";

    @Option(names = "--municipality", paramLabel = "CODE", description = "Whose data; the actor's when absent.")
    private @Nullable String municipality;

    @Option(names = "--phase", paramLabel = "WORD", description = "development, shadow, operation or demo.")
    private @Nullable String phase;

    @Option(names = "--basis", paramLabel = "ID", description = "The legal basis, an id of legal-bases.yaml.")
    private @Nullable String basis;

    @Option(names = "--scope", paramLabel = "WORD", description = "none, notified, open-case or population.")
    private String scope = "none";

    @Option(names = "--indicators", split = ",", paramLabel = "ID", description = "Ids of indicators.yaml.")
    private List<String> indicators = new ArrayList<>();

    @Option(names = "--sources", split = ",", paramLabel = "KIND", description = "Kinds of registry.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--synthetic", description = "All data are marked synthetic.")
    private boolean synthetic;

    @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "For instance model=scorecard-1.")
    private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(names = "--signed", paramLabel = "MOMENT", description = "A complete signature was given then.")
    private @Nullable String signed;

    @Option(
            names = "--now",
            paramLabel = "MOMENT",
            description = "Decide as of then, for instance 2027-01-01T00:00:00Z.")
    private @Nullable String now;

    Question question(CommandLine command, Clock clock) {
        try {
            return new Question(
                    word(command, "--actor", actor, ActorKind::parse, () -> ids(ActorKind.values(), ActorKind::id)),
                    Optional.ofNullable(at).map(MunicipalityCode::new),
                    word(command, "--action", action, QuestionOptions::action, () -> ids(Action.values(), Action::id)),
                    word(command, "--purpose", purpose, Purpose::parse, () -> ids(Purpose.values(), Purpose::id)),
                    Optional.ofNullable(municipality)
                            .or(() -> Optional.ofNullable(at))
                            .map(MunicipalityCode::new),
                    Optional.ofNullable(phase)
                            .map(id ->
                                    word(command, "--phase", id, Phase::parse, () -> ids(Phase.values(), Phase::id))),
                    Optional.ofNullable(basis).map(BasisId::new),
                    word(command, "--scope", scope, ScopeKind::parse, () -> ids(ScopeKind.values(), ScopeKind::id)),
                    indicators.stream().map(QuestionOptions::indicator).toList(),
                    sources,
                    synthetic,
                    attributes,
                    moment(now, clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                    signature());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Optional<Question.Signature> signature() {
        return Optional.ofNullable(signed)
                .map(given -> new Question.Signature(Instant.parse(given), true, true, true, true));
    }

    private static String indicator(String id) {
        return new dk.rettidig.indicator.IndicatorId(id).value();
    }

    private static Instant moment(@Nullable String given, Instant otherwise) {
        return given == null ? otherwise : Instant.parse(given);
    }

    private static Optional<Action> action(String id) {
        return Arrays.stream(Action.values())
                .filter(value -> value.id().equals(id))
                .findFirst();
    }

    private static <T> String ids(T[] values, Function<T, String> id) {
        return String.join(", ", Stream.of(values).map(id).toList());
    }

    private static <T> T word(
            CommandLine command,
            String option,
            String given,
            Function<String, Optional<T>> parse,
            Supplier<String> choices) {
        return parse.apply(given)
                .orElseThrow(() -> new ParameterException(
                        command, option + " is one of " + choices.get() + ", not \"" + given + "\"."));
    }
}

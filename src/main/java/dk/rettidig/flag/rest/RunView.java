package dk.rettidig.flag.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run as the API shows it.
 *
 * @param unmetNeed children above the threshold beyond what the team can read
 * @param membershipRoot hexadecimal; bound in the ledger by {@code flag.run_finished}
 * @param abstentions children without a calculation by reason and age band, without small counts
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Run")
public record RunView(
        @Schema(format = "uuid") String id,
        String municipality,
        String basis,

        @Schema(enumeration = {"development", "shadow", "operation", "demo"})
        String phase,

        @Schema(enumeration = {"none", "notified", "open-case", "population"})
        String scope,

        String model,
        LocalDate asOf,

        @Schema(description = "Digest of the policy set that permitted it.")
        String policy,

        @Schema(enumeration = {"started", "finished", "aborted"})
        String state,

        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> abortReason,
        OptionalLong children,
        OptionalLong scored,
        OptionalLong abstained,
        OptionalLong aboveThreshold,
        OptionalLong flagged,

        @Schema(description = "Children above the threshold beyond what the team can read.")
        OptionalLong unmetNeed,

        @Schema(description = "Hexadecimal; bound in the ledger by flag.run_finished.")
        Optional<String> membershipRoot,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(description = "Children without a calculation by reason and age band; counts under 5 are left out.")
        List<Abstention> abstentions) {

    public RunView {
        abstentions = List.copyOf(abstentions);
    }

    /**
     * Children without a calculation for one reason; a child may have several.
     *
     * @param children in all; absent under 5
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RunAbstention")
    public record Abstention(
            @Schema(description = "A word for the reason; abstained stands for all of them.")
            String reason,

            @Schema(description = "In all; absent under 5.") OptionalLong children,

            List<AgeBand> ageBands) {

        public Abstention {
            ageBands = List.copyOf(ageBands);
        }
    }

    /**
     * Children of one age band.
     *
     * @param ageBand the code of the indicator AGE_BAND; -1 when not known
     * @param children absent under 5, and where it would give such a count away
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RunAbstentionAgeBand")
    public record AgeBand(
            @Schema(description = "The code of the indicator AGE_BAND; -1 when not known.")
            int ageBand,

            @Schema(description = "Absent under 5, and where it would give such a count away.")
            OptionalLong children) {}

    /** Runs with their counts, which are asked for all at once. */
    static List<RunView> of(List<Run> page, Runs runs) {
        Map<RunId, AbstentionCounts> abstentions = runs.abstentions(page.stream()
                .filter(run -> run.state() instanceof RunState.Finished)
                .map(Run::id)
                .toList());
        return page.stream()
                .map(run -> of(run, abstentions.getOrDefault(run.id(), AbstentionCounts.NONE)))
                .toList();
    }

    private static RunView of(Run run, AbstentionCounts abstentions) {
        return switch (run.state()) {
            case RunState.Started _ -> view(run, Optional.empty(), Optional.empty(), Optional.empty(), abstentions);
            case RunState.Aborted aborted ->
                view(run, Optional.of(aborted.endedAt()), Optional.of(aborted.reason()), Optional.empty(), abstentions);
            case RunState.Finished finished ->
                view(run, Optional.of(finished.endedAt()), Optional.empty(), Optional.of(finished), abstentions);
        };
    }

    private static RunView view(
            Run run,
            Optional<Instant> endedAt,
            Optional<String> abortReason,
            Optional<RunState.Finished> finished,
            AbstentionCounts abstentions) {
        return new RunView(
                run.id().toString(),
                run.request().municipality().value(),
                run.request().basis().value(),
                run.request().phase().id(),
                run.request().scope().id(),
                run.request().model().toString(),
                run.request().asOf(),
                run.policy().value(),
                run.state().word(),
                run.state().startedAt(),
                endedAt,
                abortReason,
                count(finished.map(each -> each.counts().children())),
                count(finished.map(each -> each.counts().scored())),
                count(finished.map(each -> each.counts().abstained())),
                count(finished.map(each -> each.counts().above())),
                count(finished.map(each -> each.counts().flagged())),
                count(finished.map(each -> each.counts().unmet())),
                finished.map(each -> each.membership().hex()),
                abstentions.shown().stream().map(RunView::abstention).toList());
    }

    private static Abstention abstention(AbstentionCounts.Row row) {
        return new Abstention(
                row.reason(),
                row.total(),
                row.byAgeBand().entrySet().stream()
                        .map(band -> new AgeBand(band.getKey(), band.getValue()))
                        .toList());
    }

    private static OptionalLong count(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** A page of runs, latest first. */
    @Schema(name = "RunPage")
    public record Page(List<RunView> runs) {

        public Page {
            runs = List.copyOf(runs);
        }
    }
}

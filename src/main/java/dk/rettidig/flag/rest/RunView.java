package dk.rettidig.flag.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run as the API shows it.
 *
 * @param unmetNeed children above the threshold beyond what the team can read
 * @param membershipRoot hexadecimal; bound in the ledger by {@code flag.run_finished}
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
        Optional<String> membershipRoot) {

    static RunView of(Run run) {
        return switch (run.state()) {
            case RunState.Started _ -> view(run, Optional.empty(), Optional.empty(), Optional.empty());
            case RunState.Aborted aborted ->
                view(run, Optional.of(aborted.endedAt()), Optional.of(aborted.reason()), Optional.empty());
            case RunState.Finished finished ->
                view(run, Optional.of(finished.endedAt()), Optional.empty(), Optional.of(finished));
        };
    }

    private static RunView view(
            Run run, Optional<Instant> endedAt, Optional<String> abortReason, Optional<RunState.Finished> finished) {
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
                finished.map(each -> each.membership().hex()));
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

package dk.rettidig.flag.page;

import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.flag.RunProgress;
import dk.rettidig.flag.RunState;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Optional;

/** A run in words; texts that do not apply to its state are empty. */
public record RunText(
        String id,
        String started,
        String state,
        boolean running,
        String stage,
        long done,
        long total,
        String asOf,
        String model,
        String basis,
        String phase,
        String policy,
        String children,
        String scored,
        String abstained,
        String flagged,
        String unmet,
        String reason,
        String membership,
        AbstentionText abstentions) {

    /** Whether the run has counts. */
    public boolean finished() {
        return !membership.isEmpty();
    }

    static RunText of(Run run, Optional<RunProgress> progress, AbstentionText abstentions, Language language) {
        Optional<RunState.Finished> finished =
                run.state() instanceof RunState.Finished end ? Optional.of(end) : Optional.empty();
        Optional<RunCounts> counts = finished.map(RunState.Finished::counts);
        return new RunText(
                run.id().toString(),
                Words.time(run.state().startedAt(), language),
                state(run.state(), language),
                run.state() instanceof RunState.Started,
                progress.map(each -> language.choose(
                                each.stage().danish(), each.stage().word()))
                        .orElse(""),
                progress.map(RunProgress::done).orElse(0L),
                progress.map(RunProgress::total).orElse(0L),
                Words.date(run.request().asOf(), language),
                run.request().model().toString(),
                run.request().basis().value(),
                language.choose(
                        run.request().phase().danish(), run.request().phase().english()),
                run.policy().brief(),
                count(counts.map(RunCounts::children), language),
                count(counts.map(RunCounts::scored), language),
                count(counts.map(RunCounts::abstained), language),
                count(counts.map(RunCounts::flagged), language),
                count(counts.map(RunCounts::unmet), language),
                run.state() instanceof RunState.Aborted aborted ? aborted.reason() : "",
                finished.map(each -> each.membership().hex()).orElse(""),
                abstentions);
    }

    private static String state(RunState state, Language language) {
        return switch (state) {
            case RunState.Started _ -> language.choose("i gang", "under way");
            case RunState.Finished _ -> language.choose("færdig", "finished");
            case RunState.Aborted _ -> language.choose("afbrudt, intet af den gælder", "aborted, nothing of it counts");
        };
    }

    private static String count(Optional<Long> number, Language language) {
        return number.map(each -> Words.count(each, language)).orElse("");
    }
}

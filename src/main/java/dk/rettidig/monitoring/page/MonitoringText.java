package dk.rettidig.monitoring.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.monitoring.Measurement;
import dk.rettidig.monitoring.MonitoringDesk;
import dk.rettidig.monitoring.Pause;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.List;

/**
 * The page in words.
 *
 * @param fewest children that a run must have to be judged
 * @param models that the reader may withdraw
 * @param madeUpDays whether days of the figures passed on a demonstration's clock
 */
public record MonitoringText(
        List<PauseText> pauses,
        List<RunFigures> runs,
        ConcludedText concluded,
        List<WithdrawalText> withdrawals,
        boolean mayResume,
        boolean mayList,
        List<String> models,
        int fewest,
        boolean madeUpDays) {

    /** What the reader may do, and whether they look at a demonstration whose clock was behind. */
    record Reader(boolean resume, boolean list, List<String> models, boolean madeUpDays) {}

    /** A pause in words. */
    public record PauseText(
            String id,
            String model,
            boolean stands,
            String what,
            String figure,
            String limit,
            String since,
            String resumedAt,
            String resumedBy) {}

    /** A withdrawal in words. */
    public record WithdrawalText(String id, String model, String at) {}

    /** What was measured of a run, in words. */
    public record RunFigures(
            String at,
            String model,
            boolean tooFew,
            boolean otherScope,
            List<FigureText> beyond,
            List<FigureText> figures) {}

    /** One figure in words. */
    public record FigureText(
            String what, String source, String value, String limit, boolean breached, boolean accepted) {}

    static MonitoringText of(MonitoringDesk.Overview overview, Reader reader, FigureWords words) {
        Language language = words.language();
        return new MonitoringText(
                overview.pauses().stream().map(pause -> pause(pause, words)).toList(),
                overview.measurements().stream().map(each -> run(each, words)).toList(),
                ConcludedText.of(overview.concluded(), words),
                overview.withdrawals().stream()
                        .map(each -> new WithdrawalText(
                                each.id().toString(), each.model().toString(), Words.time(each.at(), language)))
                        .toList(),
                reader.resume(),
                reader.list(),
                reader.models(),
                words.limits().fewestChildren(),
                reader.madeUpDays());
    }

    private static PauseText pause(Pause pause, FigureWords words) {
        Language language = words.language();
        String source = words.source(pause.figure());
        return new PauseText(
                pause.id().toString(),
                pause.model().toString(),
                pause.stands(),
                words.what(pause.figure()) + (source.isEmpty() ? "" : " (" + source + ")"),
                words.number(pause.figure(), pause.figure().value()),
                words.number(pause.figure(), pause.limit()),
                Words.time(pause.pausedAt(), language),
                pause.resumed().map(each -> Words.time(each.at(), language)).orElse(""),
                pause.resumed().map(each -> role(each.by(), language)).orElse(""));
    }

    private static String role(ActorKind kind, Language language) {
        return language.choose(kind.danish(), kind.english());
    }

    private static RunFigures run(Measurement measurement, FigureWords words) {
        List<FigureText> figures =
                measurement.figures().stream().map(held -> figure(held, words)).toList();
        return new RunFigures(
                Words.time(measurement.at(), words.language()),
                measurement.model().toString(),
                measurement.judgement() == Measurement.Judgement.TOO_FEW,
                measurement.judgement() == Measurement.Judgement.OTHER_SCOPE,
                figures.stream().filter(FigureText::breached).toList(),
                figures);
    }

    private static FigureText figure(Measurement.Held held, FigureWords words) {
        return new FigureText(
                words.what(held.figure()),
                words.source(held.figure()),
                words.number(held.figure(), held.figure().value()),
                words.number(held.figure(), held.limit()),
                held.breached(),
                held.accepted());
    }
}

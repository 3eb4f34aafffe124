package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.CommitteeReport;
import dk.rettidig.casefile.supervision.GuardedResult;
import dk.rettidig.casefile.supervision.ReportWords;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.Retest;
import dk.rettidig.casefile.supervision.Series;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ReviewRule;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The report for the committee: one page, made to be printed, without any case or person. */
@Path("/supervision/{round}/committee")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CommitteePage {

    private static final int OK = 200;

    private final Reports reports;
    private final CurrentActor actor;
    private final Shells shells;

    CommitteePage(Reports reports, CurrentActor actor, Shells shells) {
        this.reports = reports;
        this.actor = actor;
        this.shells = shells;
    }

    /** A rule in words. */
    public record Line(String question, String ref, String faults, String interval, String before, String training) {}

    /** A plan in words. */
    public record Plan(String rule, String plan, String who, String state, boolean overdue) {}

    /** The report in words. */
    public record Text(
            String round, String from, String drawn, List<String> lines, List<Line> rules, List<Plan> plans) {}

    /** The report. */
    @GET
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    public Response committee(@PathParam("round") String round) {
        Language language = shells.language();
        CommitteeReport report = reports.committee(actor.get(), round);
        Text text = new Text(
                report.round().id().toString(),
                report.round().drawnFrom().text(language),
                report.round()
                        .drawn()
                        .map(drawn -> Words.date(drawn.at(), language))
                        .orElse(""),
                new ReportWords(report, language).lines(),
                report.rules().stream().map(rule -> line(rule, language)).toList(),
                plans(report.retests(), reports.rules(), language));
        return shells.page(Templates.committee(shells.shell(), text), OK).build();
    }

    private static Line line(Series.Training training, Language language) {
        ReviewRule rule = training.rule();
        List<GuardedResult> results = training.results();
        Optional<GuardedResult> newest = results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
        return new Line(
                language.choose(rule.danish(), rule.english()),
                rule.ref(),
                newest.map(result -> faults(result, language)).orElse("–"),
                newest.map(result -> interval(result, language)).orElse("–"),
                results.stream()
                        .limit(Math.max(0, results.size() - 1))
                        .map(result -> interval(result, language))
                        .collect(Collectors.joining(" · ")),
                switch (training.need()) {
                    case NOT_SHOWN -> "";
                    case NEEDED -> language.choose("behov for undervisning", "training needed");
                    case LASTING ->
                        language.choose(
                                "behov for undervisning, to runder i træk", "training needed, two rounds on end");
                });
    }

    private static String faults(GuardedResult result, Language language) {
        if (result.isWithheld()) {
            return "–";
        }
        OptionalInt faults = result.faults();
        return faults.isPresent() ? Words.count(faults.getAsInt(), language) : "1–4";
    }

    private static String interval(GuardedResult result, Language language) {
        return result.isWithheld()
                ? "–"
                : Words.count(result.low(), language) + "–" + Words.count(result.high(), language)
                        + language.choose(" af ", " of ") + Words.count(result.population(), language);
    }

    /** Plans in words, what is overdue first. */
    static List<Plan> plans(List<Retest> retests, ReviewRuleRegister rules, Language language) {
        return retests.stream()
                .sorted((one, two) -> Boolean.compare(isOverdue(two), isOverdue(one)))
                .map(retest -> new Plan(
                        rules.rule(retest.plan().rule())
                                .map(rule -> language.choose(rule.danish(), rule.english()))
                                .orElse(retest.plan().rule()),
                        retest.plan().plan().text(),
                        (retest.plan().by().isEmpty() ? "" : retest.plan().by() + ", ")
                                + language.choose("senest ", "by ")
                                + Words.date(retest.plan().due(), language),
                        retest.state().text(language),
                        isOverdue(retest)))
                .toList();
    }

    private static boolean isOverdue(Retest retest) {
        return retest.state() == Retest.State.OVERDUE;
    }

    @CheckedTemplate(basePath = "supervision")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance committee(Shell shell, Text text);
    }
}

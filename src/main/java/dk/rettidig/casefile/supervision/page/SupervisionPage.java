package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.Improvement;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.Round;
import dk.rettidig.casefile.supervision.RoundReport;
import dk.rettidig.casefile.supervision.RuleResult;
import dk.rettidig.casefile.supervision.SupervisionDesk;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ReviewRule;
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

/** What legal supervision shows: for the committee, the citizens' adviser and everybody whose work it is. */
@Path("/supervision")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SupervisionPage {

    private static final int OK = 200;

    private final SupervisionDesk desk;
    private final Reports reports;
    private final CurrentActor actor;
    private final Shells shells;

    SupervisionPage(SupervisionDesk desk, Reports reports, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.reports = reports;
        this.actor = actor;
        this.shells = shells;
    }

    /** A round in words. */
    public record Row(
            String id,
            String from,
            String source,
            String cases,
            String sample,
            String at,
            boolean drawn,
            String root,
            String seed) {}

    /** A rule in words. */
    public record Line(
            String question,
            String ref,
            String faults,
            String open,
            String interval,
            String change,
            List<String> plan,
            boolean training) {}

    /** A report in words. */
    public record Report(
            Row round,
            boolean whole,
            String reviewed,
            List<String> any,
            List<String> agreement,
            List<Line> rules,
            List<CommitteePage.Plan> plans) {}

    /** The rounds. */
    @GET
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    public Response all() {
        Language language = shells.language();
        List<Row> rows = desk.list(actor.get()).stream()
                .map(round -> row(round, language))
                .toList();
        return shells.page(Templates.rounds(shells.shell(), rows, may()), OK).build();
    }

    /** The report of a round. */
    @GET
    @Path("{round}")
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    public Response report(@PathParam("round") String round) {
        Language language = shells.language();
        RoundReport report = reports.of(actor.get(), round);
        List<Line> lines = reports.rules().rules().stream()
                .map(rule -> line(report, rule, language))
                .toList();
        Report text = new Report(
                row(report.round(), language),
                report.isWhole(),
                Words.count(report.reviewed(), language),
                report.any().lines(language),
                report.agreement(language),
                lines,
                CommitteePage.plans(
                        reports.series(actor.get(), report.round().drawnFrom()).retests(), reports.rules(), language));
        return shells.page(Templates.report(shells.shell(), text, may()), OK).build();
    }

    private SupervisionLabels.May may() {
        return SupervisionLabels.May.of(actor.get().kind());
    }

    private Line line(RoundReport report, ReviewRule rule, Language language) {
        RuleResult result = report.rules().getOrDefault(rule.id(), report.any());
        return new Line(
                language.choose(rule.danish(), rule.english()),
                rule.ref(),
                Words.count(result.faults(), language),
                Words.count(result.open(), language),
                Words.count(result.low(), language) + "–" + Words.count(result.high(), language),
                report.before(rule.id())
                        .map(before -> result.since(before).text(language))
                        .orElse(""),
                report.plans().stream()
                        .filter(plan -> plan.rule().equals(rule.id()))
                        .map(plan -> text(plan, language))
                        .findFirst()
                        .orElse(List.of()),
                result.surelyAbove(reports.rules().trainingShare()));
    }

    private static List<String> text(Improvement plan, Language language) {
        String by = plan.by().isEmpty() ? "" : plan.by() + ", ";
        return List.of(plan.plan().text(), by + language.choose("senest ", "by ") + Words.date(plan.due(), language));
    }

    private static Row row(Round round, Language language) {
        return new Row(
                round.id().toString(),
                round.drawnFrom().text(language),
                round.source().text(language),
                Words.count(round.cases(), language),
                Words.count(round.sample(), language),
                Words.time(round.drawn().map(Round.Drawn::at).orElse(round.opensAt()), language),
                round.drawn().isPresent(),
                round.root().hex(),
                round.drawn().map(drawn -> drawn.seed().hex()).orElse(""));
    }

    @CheckedTemplate(basePath = "supervision")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rounds(Shell shell, List<Row> rows, SupervisionLabels.May may);

        static native TemplateInstance report(Shell shell, Report report, SupervisionLabels.May may);
    }
}

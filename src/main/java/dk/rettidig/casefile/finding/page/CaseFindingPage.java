package dk.rettidig.casefile.finding.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.casefile.finding.CaseDesk;
import dk.rettidig.casefile.finding.CaseFigures;
import dk.rettidig.casefile.finding.CaseFindings.Filter;
import dk.rettidig.casefile.finding.CaseFindings.Listing;
import dk.rettidig.casefile.finding.CaseId;
import dk.rettidig.casefile.finding.CaseRuleTexts;
import dk.rettidig.casefile.finding.CaseTable;
import dk.rettidig.casefile.finding.rest.CaseFindingCursor;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Case findings for the central unit and for those who supervise: what is missing, one case, the counts. */
@Path("/case-findings")
@Blocking
public class CaseFindingPage {

    /** More than anyone works through before lunch. */
    private static final int ROWS = 200;

    private final CaseDesk desk;
    private final CaseRuleTexts texts;
    private final CurrentActor actor;
    private final Shells shells;

    CaseFindingPage(CaseDesk desk, CaseRuleTexts texts, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.texts = texts;
        this.actor = actor;
        this.shells = shells;
    }

    /** A rule to choose. */
    record Choice(String id, String text, boolean chosen) {}

    /**
     * The list and what it was asked for.
     *
     * @param next the query of the next page; empty on the last
     */
    record ListText(List<CaseFindingText.Row> rows, String next, List<Choice> rules, String unit, boolean mayExport) {}

    /** What is missing. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Gated(action = Action.LIST_CASE_FINDINGS, purpose = Purpose.CHILD_SUPPORT)
    public Response list(
            @QueryParam("rule") @DefaultValue("") String rule,
            @QueryParam("unit") @DefaultValue("") String unit,
            @QueryParam("after") Optional<String> after) {
        Language language = shells.language();
        Optional<Integer> asked =
                unit.strip().matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(unit.strip())) : Optional.empty();
        Filter filter = new Filter(Optional.of(rule).filter(text -> !text.isEmpty()), asked);
        List<Listing> page = desk.list(actor.get(), filter, after.map(CaseFindingCursor::parse), ROWS);
        return shells.page(Templates.findings(
                shells.shell(),
                new ListText(
                        page.stream()
                                .map(listing -> CaseFindingText.Row.of(listing, texts, language))
                                .toList(),
                        next(page, filter),
                        rules(rule, language),
                        asked.map(Object::toString).orElse(""),
                        actor.get().kind() == ActorKind.TEAM_LEADER)));
    }

    private static String next(List<Listing> page, Filter filter) {
        return page.size() < ROWS
                ? ""
                : "?rule=" + filter.rule().map(CaseFindingPage::encoded).orElse("") + "&unit="
                        + filter.unit().map(Object::toString).orElse("") + "&after="
                        + CaseFindingCursor.of(page.getLast());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Choice> rules(String chosen, Language language) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", language.choose("Alle regler", "All rules"), chosen.isEmpty()));
        texts.all().stream()
                .map(rule -> new Choice(
                        rule.id(),
                        language.choose(rule.danish(), rule.english()),
                        rule.id().equals(chosen)))
                .forEach(choices::add);
        return choices;
    }

    /** One case. */
    @GET
    @Path("{case}")
    @Produces(MediaType.TEXT_HTML)
    @Gated(action = Action.OPEN_CASE_FINDINGS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response open(@PathParam("case") String id) {
        return shells.page(Templates.opened(
                shells.shell(),
                CaseFindingText.Case.of(desk.open(actor.get(), CaseId.asked(id)), texts, shells.language())));
    }

    /** All findings as a file. */
    @GET
    @Path("export")
    @Produces("text/csv")
    @Gated(action = Action.EXPORT_CASE_FINDINGS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response export() {
        return file(desk.export(actor.get()), "case-findings.csv");
    }

    /** Counts, trend and rules. */
    @GET
    @Path("figures")
    @Produces(MediaType.TEXT_HTML)
    @Gated(action = Action.READ_CASE_FIGURES, purpose = Purpose.SUPERVISION)
    public Response figures() {
        CaseFigures figures = desk.figures(actor.get());
        return shells.page(Templates.figures(
                shells.shell(), CaseFigureText.of(figures, texts, shells.language()), !figures.guarded()));
    }

    /** The counts as a file. */
    @GET
    @Path("figures/table")
    @Produces("text/csv")
    @Gated(action = Action.READ_CASE_FIGURES, purpose = Purpose.SUPERVISION)
    public Response table() {
        return file(CaseTable.of(desk.figures(actor.get())), "case-figures.csv");
    }

    private static Response file(String csv, String name) {
        return Response.ok(csv, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @CheckedTemplate(basePath = "casefile")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance findings(Shell shell, ListText page);

        static native TemplateInstance opened(Shell shell, CaseFindingText.Case opened);

        static native TemplateInstance figures(Shell shell, CaseFigureText page, boolean unit);
    }
}

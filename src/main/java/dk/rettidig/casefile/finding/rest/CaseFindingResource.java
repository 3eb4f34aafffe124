package dk.rettidig.casefile.finding.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.casefile.finding.CaseDesk;
import dk.rettidig.casefile.finding.CaseFindings.Filter;
import dk.rettidig.casefile.finding.CaseFindings.Listing;
import dk.rettidig.casefile.finding.CaseId;
import dk.rettidig.casefile.finding.CaseRuleTexts;
import dk.rettidig.casefile.finding.CaseTable;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the record of cases does not show in time. */
@Path("/api/v1/case-findings")
@Tag(
        name = "case-findings",
        description =
                "What the record of cases does not show in time; the absence of a record is not the absence of help "
                        + "(docs/case-findings.md).")
@Blocking
public class CaseFindingResource {

    private static final int LARGEST_PAGE = 200;

    private final CaseDesk desk;
    private final CaseRuleTexts texts;
    private final CurrentActor actor;

    CaseFindingResource(CaseDesk desk, CaseRuleTexts texts, CurrentActor actor) {
        this.desk = desk;
        this.texts = texts;
        this.actor = actor;
    }

    /** What is missing, earliest last day first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.LIST_CASE_FINDINGS, purpose = Purpose.CHILD_SUPPORT)
    @Operation(
            operationId = "listCaseFindings",
            summary = "What is not on record in the municipality's cases, earliest last day first",
            description = "No pseudonym: a case is opened by its id, which is entered.")
    @APIResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link", ref = "Link"))
    @APIResponse(responseCode = "400", description = "request_malformed")
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<CaseFindingView.Page> list(
            @Parameter(description = "Only of this rule.") @QueryParam("rule") Optional<String> rule,
            @Parameter(description = "Only of this unit; 0 for cases whose record names none.") @QueryParam("unit")
                    Optional<Integer> unit,
            @Parameter(description = "The cursor of the page before, from its Link header.") @QueryParam("after")
                    Optional<String> after,
            @Parameter(
                            description = "Findings on the page.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "200"))
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadRequestException();
        }
        List<Listing> page = desk.list(actor.get(), new Filter(rule, unit), after.map(CaseFindingCursor::parse), limit);
        RestResponse.ResponseBuilder<CaseFindingView.Page> answer =
                RestResponse.ResponseBuilder.ok(new CaseFindingView.Page(page.stream()
                        .map(listing -> CaseFindingView.Item.of(listing, texts))
                        .toList()));
        if (page.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/case-findings?limit=" + limit
                            + rule.map(each -> "&rule=" + URLEncoder.encode(each, StandardCharsets.UTF_8))
                                    .orElse("")
                            + unit.map(each -> "&unit=" + each).orElse("")
                            + "&after=" + CaseFindingCursor.of(page.getLast()) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** One case. */
    @GET
    @Path("cases/{case}")
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.OPEN_CASE_FINDINGS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "openCaseFindings",
            summary = "All that was found in one case, with what was resolved and when",
            description =
                    "Opening is entered in the ledger before the answer leaves. The pseudonym is there so that the"
                            + " case system can find the case.")
    @APIResponse(responseCode = "200", description = "The case.")
    @APIResponse(responseCode = "404", description = "not_found")
    public CaseFindingView.Case open(@Parameter(description = "The case's id, a UUID.") @PathParam("case") String id) {
        return CaseFindingView.Case.of(desk.open(actor.get(), CaseId.asked(id)), texts);
    }

    /** All findings as a file. */
    @GET
    @Path("export")
    @Produces("text/csv")
    @Gated(action = Action.EXPORT_CASE_FINDINGS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    @Operation(
            operationId = "exportCaseFindings",
            summary = "All findings as CSV with pseudonyms, for the case system",
            description =
                    "The export is entered in the ledger before the answer leaves. A pseudonym stands behind p: so"
                            + " that no spreadsheet takes it for a formula.")
    @APIResponse(
            responseCode = "200",
            description = "One line for each finding.",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public String export() {
        return desk.export(actor.get());
    }

    /** Counts. */
    @GET
    @Path("figures")
    @Produces(MediaType.APPLICATION_JSON)
    @Gated(action = Action.READ_CASE_FIGURES, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "readCaseFigures",
            summary = "How many demands stand how, by rule, unit and month of the last two years, and the rules",
            description =
                    "As JSON, or with Accept: text/csv as CSV with one line for each count. Who may not read a single"
                            + " case sees the whole municipality in months that are over, rounded to fives, fewer than five"
                            + " hidden.")
    @APIResponse(
            responseCode = "200",
            description = "Counts as of the last check of each month.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CaseFindingView.Figures.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "not_found")
    public CaseFindingView.Figures figures() {
        return CaseFindingView.Figures.of(desk.figures(actor.get()), texts);
    }

    @GET
    @Path("figures")
    @Produces("text/csv")
    @Gated(action = Action.READ_CASE_FIGURES, purpose = Purpose.SUPERVISION)
    @Operation(hidden = true) // described with its JSON form
    public String table() {
        return CaseTable.of(desk.figures(actor.get()));
    }
}

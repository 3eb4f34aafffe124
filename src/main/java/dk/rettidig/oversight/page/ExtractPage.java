package dk.rettidig.oversight.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.extract.Extract;
import dk.rettidig.oversight.extract.ExtractDesk;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/** Extracts for a person: prepare, decide entry by entry, release, download. */
@Path("/extracts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class ExtractPage {

    private static final int OK = 200;
    private static final Pattern ENTRY = Pattern.compile("entry-([0-9]{1,9})");

    private final ExtractDesk desk;
    private final CurrentActor actor;
    private final Shells shells;

    ExtractPage(ExtractDesk desk, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.actor = actor;
        this.shells = shells;
    }

    /** An extract in words. */
    public record Row(String id, String caseReference, String by, String at, String released) {

        static Row of(Extract extract, Language language) {
            return new Row(
                    extract.id().toString(),
                    extract.caseReference().value(),
                    extract.preparedBy().value(),
                    Words.time(extract.preparedAt(), language),
                    extract.release()
                            .map(release -> Words.time(release.at(), language))
                            .orElse(""));
        }
    }

    /** The extracts of the municipality, and the form. */
    @GET
    @Gated(action = Action.READ_EXTRACTS, purpose = Purpose.SUPERVISION)
    public Response all() {
        return list("", "", FormErrors.NONE, OK);
    }

    /** Prepares a draft. */
    @POST
    @Gated(action = Action.PREPARE_EXTRACT, purpose = Purpose.SUPERVISION)
    public Response prepare(
            @RestForm @DefaultValue("") String pseudonym,
            @RestForm("case_reference") @DefaultValue("") String reference) {
        try {
            return to(desk.prepare(actor.get(), pseudonym, reference)
                    .extract()
                    .id()
                    .toString());
        } catch (OversightFault fault) {
            if (fault.problems().isEmpty()) {
                throw fault;
            }
            FormErrors problems = FormErrors.of(fault.problems(), shells.language());
            return list(
                    problems.on("pseudonym") ? "" : pseudonym,
                    problems.on("case_reference") ? "" : reference,
                    problems,
                    fault.errorCode().status());
        }
    }

    /** A draft, entry by entry, or what was released. */
    @GET
    @Path("{extract}")
    @Gated(action = Action.READ_EXTRACTS, purpose = Purpose.SUPERVISION)
    public Response one(@PathParam("extract") String extract) {
        return draft(desk.find(actor.get(), extract), FormErrors.NONE, OK);
    }

    /** Files what was chosen; entries without a choice stay undecided. */
    @POST
    @Path("{extract}/decisions")
    @Gated(action = Action.DECIDE_EXTRACT, purpose = Purpose.SUPERVISION)
    public Response decide(@PathParam("extract") String extract, MultivaluedMap<String, String> form) {
        Map<Integer, String> choices = new HashMap<>();
        form.forEach((name, values) -> {
            Matcher entry = ENTRY.matcher(name);
            if (entry.matches()) {
                choices.put(Integer.valueOf(entry.group(1)), values.getFirst());
            }
        });
        desk.decide(actor.get(), extract, choices);
        return to(extract);
    }

    /** Releases; while something is undecided, says so. */
    @POST
    @Path("{extract}/release")
    @Gated(action = Action.RELEASE_EXTRACT, purpose = Purpose.SUPERVISION)
    public Response release(@PathParam("extract") String extract) {
        try {
            desk.release(actor.get(), extract);
            return to(extract);
        } catch (OversightFault fault) {
            if (fault.errorCode() != OversightErrorCode.EXTRACT_UNDECIDED) {
                throw fault;
            }
            Extract.Draft draft = desk.find(actor.get(), extract);
            int first = draft.items().stream()
                    .filter(item -> item.decision().isEmpty())
                    .findFirst()
                    .map(Extract.Item::number)
                    .orElse(1);
            FormErrors problems =
                    FormErrors.of(List.of(new FieldError("entry-" + first, fault.errorCode())), shells.language());
            return draft(draft, problems, fault.errorCode().status());
        }
    }

    /** What was released, as a file for people. */
    @GET
    @Path("{extract}/document")
    @Gated(action = Action.READ_EXTRACTS, purpose = Purpose.SUPERVISION)
    public Response document(@PathParam("extract") String extract) {
        return Response.ok(desk.document(actor.get(), extract).html(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"indsigt.html\"")
                .build();
    }

    private static Response to(String extract) {
        return Response.seeOther(URI.create("/extracts/" + extract)).build();
    }

    private Response list(String pseudonym, String reference, FormErrors problems, int status) {
        Language language = shells.language();
        List<Row> rows = desk.list(actor.get()).stream()
                .map(extract -> Row.of(extract, language))
                .toList();
        return shells.page(Templates.extracts(shells.shell(), rows, pseudonym, reference, problems), status)
                .build();
    }

    private Response draft(Extract.Draft draft, FormErrors problems, int status) {
        return shells.page(
                        Templates.extract(shells.shell(), ExtractView.of(draft, shells.language()), problems), status)
                .build();
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance extracts(
                Shell shell, List<Row> rows, String pseudonym, String reference, FormErrors problems);

        static native TemplateInstance extract(Shell shell, ExtractView extract, FormErrors problems);
    }
}

package dk.rettidig.oversight.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.halt.Halt;
import dk.rettidig.oversight.halt.HaltDesk;
import dk.rettidig.oversight.halt.HaltKind;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;

/** Halts of erasure, for the rights desk. */
@Path("/halts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class HaltPage {

    private static final int OK = 200;

    private final HaltDesk desk;
    private final CurrentActor actor;
    private final Shells shells;

    HaltPage(HaltDesk desk, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.actor = actor;
        this.shells = shells;
    }

    /**
     * What somebody wrote and is shown again, never a pseudonym that was wrong: it could be a CPR number.
     *
     * @param lifting the halt whose lifting was wrong
     */
    public record Written(String pseudonym, String kind, String caseReference, String until, String lifting) {
        static final Written NOTHING = new Written("", "", "", "", "");

        @Override
        public String toString() {
            return "Written[hidden]";
        }
    }

    /** A halt in words. */
    public record Row(
            String id,
            String kind,
            String caseReference,
            String by,
            String at,
            String until,
            String lifted,
            boolean stands,
            List<Kept> kept) {}

    /** How many rows of a class are kept, in words. */
    public record Kept(String text, String count) {}

    /** One choice of the form. */
    public record Choice(String id, String text, String hint, boolean chosen) {}

    /** The halts of the municipality, and the form. */
    @GET
    @Gated(action = Action.READ_HALTS, purpose = Purpose.SUPERVISION)
    public Response all() {
        return page(Written.NOTHING, FormErrors.NONE, OK);
    }

    /** Registers a halt. */
    @POST
    @Gated(action = Action.REGISTER_HALT, purpose = Purpose.SUPERVISION)
    public Response register(
            @RestForm @DefaultValue("") String pseudonym,
            @RestForm @DefaultValue("") String kind,
            @RestForm("case_reference") @DefaultValue("") String reference,
            @RestForm @DefaultValue("") String until) {
        try {
            desk.register(actor.get(), new HaltDesk.Draft(pseudonym, kind, reference, until));
            return back();
        } catch (OversightFault fault) {
            FormErrors problems = problems(fault);
            return page(
                    new Written(
                            problems.on("pseudonym") ? "" : pseudonym,
                            kind,
                            problems.on("case_reference") ? "" : reference,
                            until,
                            ""),
                    problems,
                    fault.errorCode().status());
        }
    }

    /** Lifts a halt. */
    @POST
    @Path("{halt}/lift")
    @Gated(action = Action.LIFT_HALT, purpose = Purpose.SUPERVISION)
    public Response lift(@PathParam("halt") String halt, @RestForm @DefaultValue("") String because) {
        try {
            desk.lift(actor.get(), halt, because);
            return back();
        } catch (OversightFault fault) {
            return page(
                    new Written("", "", "", "", halt),
                    problems(fault),
                    fault.errorCode().status());
        }
    }

    private FormErrors problems(OversightFault fault) {
        if (fault.errorCode() == OversightErrorCode.HALT_STANDS) {
            return FormErrors.of(List.of(new FieldError("case_reference", fault.errorCode())), shells.language());
        }
        if (fault.problems().isEmpty()) {
            throw fault;
        }
        return FormErrors.of(fault.problems(), shells.language());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/halts")).build();
    }

    private Response page(Written written, FormErrors problems, int status) {
        Language language = shells.language();
        List<Row> rows = desk.list(actor.get()).stream()
                .map(listed -> row(listed, language))
                .toList();
        List<Choice> kinds = Arrays.stream(HaltKind.values())
                .map(kind -> new Choice(
                        kind.id(),
                        kind.text(language),
                        hint(kind, language),
                        kind.id().equals(written.kind())))
                .toList();
        return shells.page(Templates.halts(shells.shell(), rows, kinds, written, problems), status)
                .build();
    }

    private static String hint(HaltKind kind, Language language) {
        return switch (kind) {
            case ACCESS_REQUEST ->
                language.choose(
                        "Nogen har bedt om at se, hvad kommunen har.", "Somebody asked what the municipality holds.");
            case OBJECTION ->
                language.choose(
                        "Barnet indgår heller ikke i nye beregninger, så længe indsigelsen behandles.",
                        "The child takes no part in new runs either while the objection is dealt with.");
            case COMPLAINT ->
                language.choose(
                        "Til Ankestyrelsen, Datatilsynet, borgerrådgiveren eller kommunen.",
                        "To the appeals board, the data protection authority, the citizens' adviser or the municipality.");
        };
    }

    private Row row(HaltDesk.Listed listed, Language language) {
        Halt halt = listed.halt();
        return new Row(
                halt.id().toString(),
                halt.kind().text(language),
                halt.caseReference().value(),
                halt.registeredBy().value(),
                Words.time(halt.registeredAt(), language),
                halt.until().map(day -> Words.date(day, language)).orElse(""),
                halt.liftedAt().map(at -> Words.time(at, language)).orElse(""),
                desk.holds(halt),
                listed.rows().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(ClassWords.order()))
                        .map(one ->
                                new Kept(ClassWords.of(one.getKey(), language), Words.count(one.getValue(), language)))
                        .toList());
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance halts(
                Shell shell, List<Row> rows, List<Choice> kinds, Written written, FormErrors problems);
    }
}

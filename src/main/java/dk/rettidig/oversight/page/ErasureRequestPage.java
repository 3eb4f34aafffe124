package dk.rettidig.oversight.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.erasure.ErasureDecisionDesk;
import dk.rettidig.oversight.erasure.ErasureGround;
import dk.rettidig.oversight.erasure.ErasureRefusal;
import dk.rettidig.oversight.erasure.ErasureRequest;
import dk.rettidig.oversight.erasure.ErasureRequestDesk;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;

/** Requests for erasure, for the rights desk. */
@Path("/erasure-requests")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class ErasureRequestPage {

    /** The choice of the decision that is no refusal. */
    private static final String CARRY_OUT = "carry_out";

    private static final int OK = 200;

    /** What stands in the way, told at the decision; a request is told at the number of its case. */
    private static final Set<OversightErrorCode> OBSTACLES = EnumSet.of(
            OversightErrorCode.ERASURE_DECIDED,
            OversightErrorCode.ERASURE_HALTED,
            OversightErrorCode.ERASURE_DUTY_RUNS,
            OversightErrorCode.ERASURE_UNDER_WAY);

    private final ErasureRequestDesk desk;
    private final ErasureDecisionDesk decisions;
    private final CurrentActor actor;
    private final Shells shells;

    ErasureRequestPage(ErasureRequestDesk desk, ErasureDecisionDesk decisions, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.decisions = decisions;
        this.actor = actor;
        this.shells = shells;
    }

    /**
     * What somebody wrote and is shown again, never what was wrong: it could be a CPR number.
     *
     * @param deciding the request whose decision was wrong
     */
    public record Written(
            String pseudonym, String ground, String caseReference, String because, String deciding, String choice) {
        static final Written NOTHING = new Written("", "", "", "", "", "");

        @Override
        public String toString() {
            return "Written[hidden]";
        }
    }

    /**
     * A request in words.
     *
     * @param waits whether nobody has decided
     * @param own whether the reader requested it
     */
    public record Row(
            String id,
            String caseReference,
            String ground,
            String because,
            String by,
            String at,
            boolean waits,
            boolean own,
            String decided,
            String decidedBecause) {}

    /** One choice of a form. */
    public record Choice(String id, String text, String hint, boolean chosen) {}

    /** The requests of the municipality, and the form. */
    @GET
    @Gated(action = Action.READ_ERASURE_REQUESTS, purpose = Purpose.SUPERVISION)
    public Response all() {
        return page(Written.NOTHING, FormErrors.NONE, OK);
    }

    /** Files a request. */
    @POST
    @Gated(action = Action.REQUEST_ERASURE, purpose = Purpose.SUPERVISION)
    public Response request(
            @RestForm @DefaultValue("") String pseudonym,
            @RestForm @DefaultValue("") String ground,
            @RestForm("case_reference") @DefaultValue("") String reference,
            @RestForm @DefaultValue("") String because) {
        try {
            desk.request(actor.get(), new ErasureRequestDesk.Draft(pseudonym, ground, reference, because));
            return back();
        } catch (OversightFault fault) {
            FormErrors problems = problems(fault);
            Written written = new Written(
                    problems.on("pseudonym") ? "" : pseudonym,
                    ground,
                    problems.on("case_reference") ? "" : reference,
                    problems.on("because") ? "" : because,
                    "",
                    "");
            return page(written, problems, fault.errorCode().status());
        }
    }

    /** Decides on another person's request: erases, or refuses for one of the reasons. */
    @POST
    @Path("{erasure}/decision")
    @Gated(action = Action.DECIDE_ERASURE, purpose = Purpose.SUPERVISION, decided = Gated.Decided.IN_FEATURE)
    public Response decide(
            @PathParam("erasure") String erasure,
            @RestForm @DefaultValue("") String refusal,
            @RestForm("decided_because") @DefaultValue("") String because) {
        try {
            if (refusal.equals(CARRY_OUT)) {
                decisions.carryOut(actor.get(), erasure, because);
            } else {
                decisions.refuse(actor.get(), erasure, refusal, because);
            }
            return back();
        } catch (OversightFault fault) {
            Written written = new Written("", "", "", "", erasure, refusal);
            return page(written, problems(fault), fault.errorCode().status());
        }
    }

    private FormErrors problems(OversightFault fault) {
        if (fault.errorCode() instanceof OversightErrorCode code && OBSTACLES.contains(code)) {
            return FormErrors.of(List.of(new FieldError("refusal", code)), shells.language());
        }
        if (fault.errorCode() == OversightErrorCode.ERASURE_REQUESTED) {
            return FormErrors.of(List.of(new FieldError("pseudonym", fault.errorCode())), shells.language());
        }
        if (fault.problems().isEmpty()) {
            throw fault;
        }
        return FormErrors.of(fault.problems(), shells.language());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/erasure-requests")).build();
    }

    private Response page(Written written, FormErrors problems, int status) {
        Language language = shells.language();
        Actor reader = actor.get();
        List<Row> rows = desk.list(reader).stream()
                .map(request -> row(request, reader, language))
                .toList();
        return shells.page(
                        Templates.erasures(
                                shells.shell(),
                                rows,
                                grounds(written, language),
                                decisions(written, language),
                                written,
                                problems),
                        status)
                .build();
    }

    private static List<Choice> grounds(Written written, Language language) {
        return Arrays.stream(ErasureGround.values())
                .map(ground -> new Choice(
                        ground.id(),
                        ground.text(language),
                        ground.citation(),
                        ground.id().equals(written.ground())))
                .toList();
    }

    private static List<Choice> decisions(Written written, Language language) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                CARRY_OUT,
                language.choose("Slet alt om barnet", "Erase everything about the child"),
                language.choose("Straks, og det kan ikke fortrydes.", "At once, and it cannot be undone."),
                written.choice().equals(CARRY_OUT)));
        for (ErasureRefusal refusal : ErasureRefusal.values()) {
            choices.add(new Choice(
                    refusal.id(),
                    language.choose("Afslå: ", "Refuse: ") + refusal.text(language),
                    refusal == ErasureRefusal.RECORD_DUTY ? "GDPR art. 17(3)(b)" : "",
                    refusal.id().equals(written.choice())));
        }
        return choices;
    }

    private static Row row(ErasureRequest request, Actor reader, Language language) {
        Optional<ErasureRequest.Decision> decision = request.decision();
        return new Row(
                request.id().toString(),
                request.caseReference().value(),
                request.ground().text(language),
                request.because().text(),
                request.requestedBy().value(),
                Words.time(request.requestedAt(), language),
                decision.isEmpty(),
                reader.name().equals(Optional.of(request.requestedBy())),
                decision.map(made -> decided(made, language)).orElse(""),
                decision.map(made -> made.because().text()).orElse(""));
    }

    private static String decided(ErasureRequest.Decision made, Language language) {
        String what = made.refusal()
                .map(why -> language.choose("Afslået: ", "Refused: ") + why.text(language))
                .orElse(language.choose("Alt om barnet er slettet", "Everything about the child was erased"));
        return what + " (" + made.by().value() + ", " + Words.time(made.at(), language) + ")";
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erasures(
                Shell shell,
                List<Row> rows,
                List<Choice> grounds,
                List<Choice> decisions,
                Written written,
                FormErrors problems);
    }
}

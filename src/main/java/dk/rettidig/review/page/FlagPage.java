package dk.rettidig.review.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.fault.ErrorCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.ReviewErrorCode;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.review.Reviews;
import dk.rettidig.review.explanation.FamilyExplanation;
import dk.rettidig.review.reidentification.ReidentificationDesk;
import dk.rettidig.review.reidentification.ReidentificationDraft;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.text.CprNumbers;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shells;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** The reader's way through one flag: facts, own view, calculation, outcome. */
@Path("/flags")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FlagPage {

    /** RFC 9110 section 15.5.21. */
    private static final int UNPROCESSABLE = 422;

    private static final int OK = 200;

    private final Reviews reviews;
    private final ReidentificationDesk reidentifications;
    private final ReidentificationList requests;
    private final IndicatorCatalogue catalogue;
    private final CurrentActor actor;
    private final Shells shells;

    FlagPage(
            Reviews reviews,
            ReidentificationDesk reidentifications,
            ReidentificationList requests,
            IndicatorCatalogue catalogue,
            CurrentActor actor,
            Shells shells) {
        this.reviews = reviews;
        this.reidentifications = reidentifications;
        this.requests = requests;
        this.catalogue = catalogue;
        this.actor = actor;
        this.shells = shells;
    }

    /** The facts of a flag, and the form for the own view. */
    @GET
    @Path("{id}")
    @Gated(action = Action.OPEN_FLAG, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response open(@PathParam("id") String id) {
        return facts(FlagId.asked(id), new Form("", "", FormErrors.NONE, AskView.UNWRITTEN), OK);
    }

    /** Asks who stands behind the flag, or shows kindly what is missing. */
    @POST
    @Path("{id}/reidentifications")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.REQUEST_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response ask(
            @PathParam("id") String id,
            @RestForm("case_reference") @DefaultValue("") String caseReference,
            @RestForm("why") @DefaultValue("") String why) {
        FlagId flag = FlagId.asked(id);
        ReidentificationDraft draft = new ReidentificationDraft(caseReference, Purpose.CHILD_SUPPORT.id(), why);
        try {
            reidentifications.ask(actor.get(), flag, draft);
            return to("/flags/" + flag + "#reidentification");
        } catch (ReviewFault fault) {
            if (fault.fieldErrors().isEmpty()) {
                throw fault;
            }
            // The page has another field named justification: this one is "why" on it.
            List<FieldError> renamed = fault.fieldErrors().stream()
                    .map(error -> error.field().equals("justification") ? new FieldError("why", error.code()) : error)
                    .toList();
            FormErrors errors = FormErrors.of(renamed, shells.language());
            return facts(flag, new Form("", "", errors, draft), UNPROCESSABLE);
        }
    }

    /** Seals the own view and leads on to the calculation. */
    @POST
    @Path("{id}/own-view")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.SEAL_OWN_VIEW, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response seal(
            @PathParam("id") String id,
            @RestForm @DefaultValue("") String choice,
            @RestForm @DefaultValue("") String justification) {
        FlagId flag = FlagId.asked(id);
        try {
            reviews.seal(actor.get(), flag, choice, justification);
        } catch (ReviewFault fault) {
            if (fault.errorCode() == ReviewErrorCode.VIEW_ALREADY_SEALED) {
                return to("/flags/" + flag + "/weights");
            }
            if (fault.fieldErrors().isEmpty()) {
                throw fault;
            }
            boolean keep = fault.fieldErrors().stream().map(FieldError::code).noneMatch(FlagPage::unkeepable);
            FormErrors errors = FormErrors.of(fault.fieldErrors(), shells.language());
            return facts(flag, new Form(choice, keep ? justification : "", errors, AskView.UNWRITTEN), UNPROCESSABLE);
        }
        return to("/flags/" + flag + "/weights");
    }

    /** The calculation, and the form for the outcome. */
    @GET
    @Path("{id}/weights")
    @Gated(action = Action.READ_WEIGHTS, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response weights(@PathParam("id") String id) {
        return weights(FlagId.asked(id), OutcomeForm.Written.NOTHING, FormErrors.NONE, OK);
    }

    /** Records the outcome, or shows kindly why it could not be recorded. */
    @POST
    @Path("{id}/outcome")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.RECORD_OUTCOME, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response conclude(@PathParam("id") String id, @BeanParam OutcomeForm form) {
        FlagId flag = FlagId.asked(id);
        try {
            reviews.conclude(actor.get(), flag, Optional.of(form.readVersion()), form.draft());
            return to("/flags/" + flag + "/weights");
        } catch (ReviewFault fault) {
            if (!fault.fieldErrors().isEmpty()) {
                FormErrors errors = FormErrors.of(fault.fieldErrors(), shells.language());
                return weights(flag, form.written(errors), errors, UNPROCESSABLE);
            }
            if (fault.errorCode() == ReviewErrorCode.FLAG_CHANGED || fault.errorCode() == ReviewErrorCode.FLAG_ENDED) {
                return conflict(flag, form, fault);
            }
            throw fault;
        }
    }

    /** What is shown again in the two forms of the page: one was sent, the other is empty. */
    private record Form(String choice, String justification, FormErrors errors, ReidentificationDraft asked) {

        /** What was written, except what may not be kept anywhere. */
        static String kept(String text) {
            return CprNumbers.in(text) ? "" : text;
        }
    }

    private Response facts(FlagId flag, Form form, int status) {
        Reviews.Reading reading = reviews.open(actor.get(), flag);
        FlagView view = view(reading);
        return shells.page(
                        Templates.flag(
                                shells.noticed(),
                                view,
                                Option.ofViews(form.choice(), shells.language()),
                                form.justification(),
                                form.errors(),
                                asking(reading, form)),
                        status)
                .build();
    }

    private AskView asking(Reviews.Reading reading, Form form) {
        FlagListing listing = reading.facts().listing();
        List<RequestView> own = requests.about(actor.get(), listing.id()).stream()
                .map(item -> RequestView.of(item, shells.language()))
                .toList();
        boolean alive = reidentifications.askable(listing);
        return new AskView(
                own,
                alive,
                Form.kept(form.asked().caseReference()),
                Form.kept(form.asked().justification()),
                form.errors());
    }

    private Response weights(FlagId flag, OutcomeForm.Written written, FormErrors errors, int status) {
        Language language = shells.language();
        Reviews.Weighing weighing = reviews.weigh(actor.get(), flag);
        return shells.page(
                        Templates.weights(
                                shells.noticed(),
                                view(weighing.reading()),
                                StrengthView.of(weighing, catalogue, language),
                                FamilyExplanation.all(weighing.reading().facts(), weighing.strength(), catalogue),
                                Option.ofOutcomes(written.kind(), language),
                                written,
                                errors),
                        status)
                .build();
    }

    private Response conflict(FlagId flag, OutcomeForm form, ReviewFault fault) {
        FlagView view = view(reviews.open(actor.get(), flag));
        return shells.page(
                        Templates.conflict(shells.noticed(), view, form.justification),
                        fault.errorCode().status())
                .build();
    }

    private FlagView view(Reviews.Reading reading) {
        String reader = actor.get().name().map(ActorName::value).orElse("");
        return FlagView.of(reading, reader, catalogue, shells.language());
    }

    private static boolean unkeepable(ErrorCode code) {
        return code == TextErrorCode.TEXT_HAS_CPR;
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}

package dk.rettidig.review.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.ReviewErrorCode;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.review.reidentification.DecisionDesk;
import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.ReidentificationDesk;
import dk.rettidig.review.reidentification.ReidentificationId;
import dk.rettidig.review.reidentification.ReidentificationList;
import dk.rettidig.review.reidentification.SubstituteDesk;
import dk.rettidig.review.reidentification.TicketDesk;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** Requests for re-identification: a second person decides them, the one who asked fetches a ticket. */
@Path("/reidentifications")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class ReidentificationPage {

    private static final int OK = 200;

    /** Characters of a request's id in the name of a ticket's file. */
    private static final int BRIEF = 8;

    private final ReidentificationDesk desk;
    private final DecisionDesk decisions;
    private final TicketDesk tickets;
    private final SubstituteDesk substitutes;
    private final ReidentificationList list;
    private final CurrentActor actor;
    private final Shells shells;

    ReidentificationPage(
            ReidentificationDesk desk,
            DecisionDesk decisions,
            TicketDesk tickets,
            SubstituteDesk substitutes,
            ReidentificationList list,
            CurrentActor actor,
            Shells shells) {
        this.desk = desk;
        this.decisions = decisions;
        this.tickets = tickets;
        this.substitutes = substitutes;
        this.list = list;
        this.actor = actor;
        this.shells = shells;
    }

    /** What somebody wrote in the forms of the page and is shown again. */
    public record Written(String id, String because, String name, String from, String to) {
        static final Written NOTHING = new Written("", "", "", "", "");

        @Override
        public String toString() {
            return "Written[hidden]";
        }
    }

    /** The requests, and for a team leader who stands in. */
    @GET
    @Gated(action = Action.READ_REIDENTIFICATIONS, purpose = Purpose.CHILD_SUPPORT)
    public Response all() {
        return page(Written.NOTHING, FormErrors.NONE, OK);
    }

    /** Approves. */
    @POST
    @Path("{id}/approval")
    @Gated(action = Action.APPROVE_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response approve(@PathParam("id") String id) {
        decisions.approve(actor.get(), ReidentificationId.asked(id));
        return to("/reidentifications");
    }

    /** Declines, for a reason. */
    @POST
    @Path("{id}/decline")
    @Gated(action = Action.APPROVE_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response decline(@PathParam("id") String id, @RestForm @DefaultValue("") String because) {
        ReidentificationId request = ReidentificationId.asked(id);
        try {
            decisions.decline(actor.get(), request, because);
            return to("/reidentifications");
        } catch (ReviewFault fault) {
            Written written = new Written(request.toString(), kept(fault, because), "", "", "");
            return again(fault, written);
        }
    }

    /** Withdraws the reader's own request, and leads back to its flag. */
    @POST
    @Path("{id}/withdrawal")
    @Gated(action = Action.WITHDRAW_REIDENTIFICATION, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response withdraw(@PathParam("id") String id) {
        Reidentification request = desk.withdraw(actor.get(), ReidentificationId.asked(id));
        return to("/flags/" + request.flag());
    }

    /** A ticket as a file. */
    @POST
    @Path("{id}/ticket")
    @Produces("application/jose")
    @Gated(action = Action.ISSUE_TICKET, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response ticket(@PathParam("id") String id) {
        TicketDesk.Issued issued = tickets.issue(actor.get(), ReidentificationId.asked(id));
        String brief = issued.request().toString().substring(0, BRIEF);
        return Response.ok(issued.text() + "\n", "application/jose")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"genidentifikation-" + brief + ".jose\"")
                .build();
    }

    /** Names who stands in. */
    @POST
    @Path("substitutes")
    @Gated(action = Action.NAME_SUBSTITUTE, purpose = Purpose.ADMINISTRATION)
    public Response name(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String from,
            @RestForm @DefaultValue("") String to) {
        try {
            substitutes.name(actor.get(), name, from, to);
            return to("/reidentifications");
        } catch (ReviewFault fault) {
            boolean wrong =
                    fault.fieldErrors().stream().anyMatch(error -> error.field().equals("name"));
            return again(fault, new Written("", "", wrong ? "" : name, day(from), day(to)));
        }
    }

    /** Ends the time of whoever stands in. */
    @POST
    @Path("substitutes/end")
    @Gated(action = Action.NAME_SUBSTITUTE, purpose = Purpose.ADMINISTRATION)
    public Response end() {
        substitutes.end(actor.get());
        return to("/reidentifications");
    }

    private Response again(ReviewFault fault, Written written) {
        if (fault.fieldErrors().isEmpty()) {
            throw fault;
        }
        return page(
                written, FormErrors.of(fault.fieldErrors(), shells.language()), ReviewErrorCode.INPUT_INVALID.status());
    }

    private Response page(Written written, FormErrors errors, int status) {
        Actor reader = actor.get();
        Language language = shells.language();
        List<RequestView> rows = list.list(reader).stream()
                .map(item -> RequestView.of(item, language))
                .toList();
        List<SubstituteView> standing =
                substitutes.standing(reader.municipality().orElseThrow(NotFoundException::new)).stream()
                        .map(one -> new SubstituteView(
                                one.name().value(), Words.date(one.from(), language), Words.date(one.to(), language)))
                        .toList();
        return shells.page(
                        Templates.reidentifications(
                                shells.shell(),
                                new Desk(rows, list.decides(reader), reader instanceof Actor.TeamLeader, standing),
                                written,
                                errors),
                        status)
                .build();
    }

    /** Who stands in, in words. */
    public record SubstituteView(String name, String from, String to) {}

    /**
     * What the page shows.
     *
     * @param decides whether the reader decides what others asked
     * @param leads whether the reader names who stands in
     */
    public record Desk(List<RequestView> rows, boolean decides, boolean leads, List<SubstituteView> standing) {

        /** What waits for this reader. */
        public List<RequestView> waiting() {
            return decides
                    ? rows.stream().filter(row -> row.waiting() && !row.mine()).toList()
                    : List.of();
        }

        /** Everything else. */
        public List<RequestView> others() {
            List<RequestView> waiting = waiting();
            return rows.stream().filter(row -> !waiting.contains(row)).toList();
        }
    }

    private static String kept(ReviewFault fault, String text) {
        return fault.fieldErrors().stream().anyMatch(error -> error.code() == TextErrorCode.TEXT_HAS_CPR) ? "" : text;
    }

    /** What is no date is something else, and is not shown again. */
    private static String day(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? text : "";
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}

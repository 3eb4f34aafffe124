package dk.rettidig.review.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.law.Purpose;
import dk.rettidig.review.CorrectionDesk;
import dk.rettidig.review.CorrectionNotice;
import dk.rettidig.review.ReviewFault;
import dk.rettidig.review.Reviews;
import dk.rettidig.text.CprNumbers;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** The list of flags, and above it what was corrected after the end. */
@Path("/flags")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FlagListPage {

    /** Flags on the page: as many as a team reads in days; more are reached when these are done. */
    private static final int ON_A_PAGE = 100;

    private static final int OK = 200;

    /** RFC 9110 section 15.5.21. */
    private static final int UNPROCESSABLE = 422;

    private final Reviews reviews;
    private final CorrectionDesk corrections;
    private final CurrentActor actor;
    private final Shells shells;

    FlagListPage(Reviews reviews, CorrectionDesk corrections, CurrentActor actor, Shells shells) {
        this.reviews = reviews;
        this.corrections = corrections;
        this.actor = actor;
        this.shells = shells;
    }

    /** One flag of the list. */
    public record ListRow(String id, String brief, String deadline, String state, boolean changed) {}

    /**
     * One correction after the end.
     *
     * @param field the id of the field for the team leader's reason
     * @param because what was written in it
     */
    public record NoticeRow(
            String id, String brief, String at, String reader, String field, String because, FormErrors errors) {

        @Override
        public String toString() {
            return "NoticeRow[" + id + "]";
        }
    }

    /** What was sent and could not be taken. */
    private record Sent(FlagId flag, String reader, String because, FormErrors errors) {

        boolean is(CorrectionNotice notice) {
            return notice.flag().equals(flag) && notice.reader().value().equals(reader);
        }

        String kept() {
            return CprNumbers.in(because) ? "" : because;
        }
    }

    /** The flags that wait, by deadline. */
    @GET
    @Gated(action = Action.LIST_FLAGS, purpose = Purpose.CHILD_SUPPORT)
    public Response list() {
        return list(Optional.empty(), OK);
    }

    /** Acknowledges a correction, or shows kindly what is missing. */
    @POST
    @Path("{id}/correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.ACKNOWLEDGE_CORRECTION, purpose = Purpose.CHILD_SUPPORT)
    public Response acknowledge(
            @PathParam("id") String id,
            @RestForm @DefaultValue("") String reader,
            @RestForm @DefaultValue("") String because) {
        FlagId flag = FlagId.asked(id);
        try {
            corrections.acknowledge(actor.get(), flag, reader, because);
            return Response.seeOther(URI.create("/flags")).build();
        } catch (ReviewFault fault) {
            if (fault.fieldErrors().isEmpty()) {
                throw fault;
            }
            FormErrors errors = FormErrors.of(fault.fieldErrors(), shells.language());
            return list(Optional.of(new Sent(flag, reader, because, errors)), UNPROCESSABLE);
        }
    }

    private Response list(Optional<Sent> sent, int status) {
        Language language = shells.language();
        Actor reader = actor.get();
        List<ListRow> rows =
                reviews
                        .list(reader.municipality().orElseThrow(NotFoundException::new), Optional.empty(), ON_A_PAGE)
                        .stream()
                        .map(listing -> row(listing, language))
                        .toList();
        return shells.page(
                        Templates.flags(
                                shells.noticed(),
                                rows,
                                reader.kind() == ActorKind.CASEWORKER,
                                notices(corrections.standing(reader), sent, language),
                                sent.map(Sent::errors).orElse(FormErrors.NONE)),
                        status)
                .build();
    }

    private static ListRow row(FlagListing listing, Language language) {
        return new ListRow(
                listing.id().toString(),
                FlagView.brief(listing.id()),
                Words.date(listing.deadline(), language),
                Labels.state(listing.state(), language),
                listing.valueChanged());
    }

    private static List<NoticeRow> notices(List<CorrectionNotice> standing, Optional<Sent> sent, Language language) {
        List<NoticeRow> rows = new ArrayList<>();
        for (CorrectionNotice notice : standing) {
            Optional<Sent> again = sent.filter(each -> each.is(notice));
            rows.add(new NoticeRow(
                    notice.flag().toString(),
                    FlagView.brief(notice.flag()),
                    Words.date(notice.at(), language),
                    notice.reader().value(),
                    again.isPresent() ? "because" : "because-" + rows.size(),
                    again.map(Sent::kept).orElse(""),
                    again.map(Sent::errors).orElse(FormErrors.NONE)));
        }
        return rows;
    }
}

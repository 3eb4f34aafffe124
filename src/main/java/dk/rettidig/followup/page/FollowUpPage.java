package dk.rettidig.followup.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.Gated.Decided;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.ClosingDraft;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUpFault;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.FollowUpStatistics;
import dk.rettidig.followup.FollowUps;
import dk.rettidig.followup.Reason;
import dk.rettidig.followup.Wording;
import dk.rettidig.law.Purpose;
import dk.rettidig.text.TextErrorCode;
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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** Follow-up for the central unit and the team leader: the list with what the definitions count, and one child. */
@Path("/follow-up")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class FollowUpPage {

    private static final int OK = 200;

    /** More than anyone works through in a day. */
    private static final int ROWS = 200;

    private final FollowUpDesk desk;
    private final FollowUpStatistics statistics;
    private final FollowUpLabels labels;
    private final CurrentActor actor;
    private final Shells shells;

    FollowUpPage(
            FollowUpDesk desk,
            FollowUpStatistics statistics,
            FollowUpLabels labels,
            CurrentActor actor,
            Shells shells) {
        this.desk = desk;
        this.statistics = statistics;
        this.labels = labels;
        this.actor = actor;
        this.shells = shells;
    }

    /** A line of the list. */
    public record Row(
            String id,
            String since,
            String reasons,
            int count,
            String latest,
            String responsible,
            boolean leader,
            String how) {}

    /** What the list is narrowed by. */
    public record Choices(List<FollowUpLabels.Choice> states, List<FollowUpLabels.Choice> reasons) {}

    /** The list; a word that is none counts as not chosen. */
    @GET
    @Gated(action = Action.LIST_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT)
    public Response list(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("year") @DefaultValue("") String year) {
        Language language = shells.language();
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        FollowUps.Filter filter = new FollowUps.Filter(
                FollowUp.State.parse(state)
                        .filter(each -> each != FollowUp.State.WATCHED)
                        .orElse(FollowUp.State.OPEN),
                Reason.parse(reason));
        List<Row> rows = desk.list(municipality, filter, Optional.empty(), ROWS).stream()
                .map(filed -> row(filed, language))
                .toList();
        int asked = statistics.years().stream()
                .filter(each -> each.toString().equals(year))
                .findFirst()
                .orElseGet(() -> statistics.years().getFirst());
        return shells.page(Templates.list(
                shells.shell(),
                rows,
                choices(filter, language),
                FigureView.of(asked, statistics.of(municipality, asked), language),
                statistics.years(),
                meaning(language)));
    }

    private Row row(FollowUps.Filed filed, Language language) {
        FollowUp followUp = filed.followUp();
        return new Row(
                followUp.id().toString(),
                Words.date(followUp.listedAt(), language),
                FollowUpLabels.reasons(followUp.reasons(), language),
                followUp.notifications(),
                Words.date(followUp.latestAt(), language),
                followUp.responsible()
                        .map(ActorName::value)
                        .orElseGet(() -> language.choose("ingen endnu", "nobody yet")),
                filed.leaderTold(),
                followUp.measure()
                        .map(measure -> labels.measure(measure, language))
                        .or(() -> filed.closed()
                                .map(closing -> language.choose(
                                        closing.code().danish(), closing.code().english())))
                        .orElse(""));
    }

    private static Choices choices(FollowUps.Filter filter, Language language) {
        return new Choices(
                Stream.of(FollowUp.State.OPEN, FollowUp.State.CLOSED, FollowUp.State.MEASURE)
                        .map(each -> new FollowUpLabels.Choice(
                                each.id(), FollowUpLabels.state(each, language), each == filter.state()))
                        .toList(),
                Arrays.stream(Reason.values())
                        .map(each -> new FollowUpLabels.Choice(
                                each.id(),
                                language.choose(each.danish(), each.english()),
                                filter.reason().filter(each::equals).isPresent()))
                        .toList());
    }

    /** One child. */
    @GET
    @Path("{followup}")
    @Gated(action = Action.OPEN_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response open(@PathParam("followup") String id) {
        return one(
                desk.open(actor.get(), FollowUpId.asked(id)),
                new ClosingDraft("", "", "", "", List.of(MoveForm.SUMMARY)),
                FormErrors.NONE,
                OK);
    }

    /** Closes. */
    @POST
    @Path("{followup}/closing")
    @Gated(action = Action.CLOSE_FOLLOW_UP, purpose = Purpose.CHILD_SUPPORT, decided = Decided.IN_FEATURE)
    public Response close(
            @PathParam("followup") String id,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String because,
            @RestForm("moved_to") @DefaultValue("") String movedTo,
            @RestForm("moved_on") @DefaultValue("") String movedOn,
            @RestForm List<String> materials,
            @RestForm @DefaultValue("-1") String version) {
        FollowUpId asked = FollowUpId.asked(id);
        ClosingDraft draft = new ClosingDraft(code, because, movedTo, movedOn, materials);
        try {
            desk.close(
                    actor.get(),
                    asked,
                    draft,
                    Optional.of(version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1));
            return Response.seeOther(URI.create("/follow-up/" + asked)).build();
        } catch (FollowUpFault fault) {
            List<FieldError> wrong =
                    fault.problems().isEmpty() ? List.of(new FieldError("code", fault.errorCode())) : fault.problems();
            // A text with a CPR number is not shown again.
            String again = wrong.stream().anyMatch(each -> each.code() == TextErrorCode.TEXT_HAS_CPR) ? "" : because;
            return one(
                    desk.open(actor.get(), asked),
                    new ClosingDraft(code, again, movedTo, movedOn, materials),
                    FormErrors.of(wrong, shells.language()),
                    fault.errorCode().status());
        }
    }

    private Response one(FollowUpDesk.View view, ClosingDraft draft, FormErrors problems, int status) {
        Language language = shells.language();
        MunicipalityCode own = view.filed().followUp().municipality();
        return shells.page(
                        Templates.followup(
                                shells.shell(),
                                FollowUpView.of(view, labels, draft.code(), language),
                                draft.because(),
                                MoveForm.of(draft, own, labels, language),
                                problems,
                                meaning(language)),
                        status)
                .build();
    }

    private static String meaning(Language language) {
        return language.choose(Wording.DANISH, Wording.ENGLISH);
    }

    @CheckedTemplate(basePath = "followup")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(
                Shell shell, List<Row> rows, Choices choices, FigureView figures, List<Integer> years, String meaning);

        static native TemplateInstance followup(
                Shell shell, FollowUpView view, String because, MoveForm move, FormErrors problems, String meaning);
    }
}

package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.Reports;
import dk.rettidig.casefile.supervision.ReviewTable;
import dk.rettidig.casefile.supervision.SupervisionFault;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The drawn cases for those who review them, and the form of one. Nobody sees what another answered. */
@Path("/supervision/{round}/cases")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class DrawnCasePage {

    private static final int OK = 200;

    private final ReviewTable table;
    private final Reports reports;
    private final CurrentActor actor;
    private final Shells shells;

    DrawnCasePage(ReviewTable table, Reports reports, CurrentActor actor, Shells shells) {
        this.table = table;
        this.reports = reports;
        this.actor = actor;
        this.shells = shells;
    }

    /**
     * A drawn case in words.
     *
     * @param open whether the reader can review it
     */
    public record Row(int number, String reference, String state, boolean open) {}

    /** The cases of a round as one reviewer sees them. */
    public record Cases(String round, int open, List<Row> rows) {}

    /** The cases; that they were read is an entry. */
    @GET
    @Gated(action = Action.REVIEW_DRAWN_CASE, purpose = Purpose.SUPERVISION)
    public Response cases(@PathParam("round") String round) {
        Language language = shells.language();
        List<Row> rows = table.cases(actor.get(), round).stream()
                .map(listed -> row(listed, language))
                .toList();
        int open = (int) rows.stream().filter(Row::open).count();
        return shells.page(Templates.cases(shells.shell(), new Cases(round, open, rows)), OK)
                .build();
    }

    private static Row row(ReviewTable.Listed listed, Language language) {
        boolean open = false;
        String state;
        if (listed.mine().isPresent()) {
            state = language.choose("Du har svaret", "You have answered");
        } else if (listed.own()) {
            state = language.choose("Du har selv sagen; en anden skal gennemgå den", "You handle it; others review it");
        } else if (listed.missing() == 0) {
            state = language.choose("Gennemgået af to andre", "Reviewed by two others");
        } else {
            open = true;
            state = listed.missing() == 1
                    ? language.choose("Mangler én gennemgang", "One review missing")
                    : language.choose("Mangler to gennemgange", "Two reviews missing");
        }
        return new Row(listed.drawn().number(), listed.drawn().of().reference().value(), state, open);
    }

    /** One case with its form; that it was read is an entry. */
    @GET
    @Path("{number}")
    @Gated(action = Action.REVIEW_DRAWN_CASE, purpose = Purpose.SUPERVISION)
    public Response one(@PathParam("round") String round, @PathParam("number") String number) {
        return one(round, number(number), List.of(), List.of(), OK);
    }

    /** Hands in the answers; each list has one entry for each question, in the order of the form. */
    @POST
    @Path("{number}")
    @Gated(action = Action.REVIEW_DRAWN_CASE, purpose = Purpose.SUPERVISION)
    public Response review(
            @PathParam("round") String round,
            @PathParam("number") String number,
            @RestForm List<String> rule,
            @RestForm List<String> answer,
            @RestForm List<String> remark) {
        List<ReviewTable.Sent> sent = sent(rule, answer, remark);
        try {
            table.review(actor.get(), round, number(number), sent);
            return Response.seeOther(URI.create("/supervision/" + round + "/cases"))
                    .build();
        } catch (SupervisionFault fault) {
            if (fault.problems().isEmpty()) {
                throw fault;
            }
            return one(
                    round,
                    number(number),
                    sent,
                    fault.problems(),
                    fault.errorCode().status());
        }
    }

    private static List<ReviewTable.Sent> sent(List<String> rules, List<String> answers, List<String> remarks) {
        List<ReviewTable.Sent> sent = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            sent.add(new ReviewTable.Sent(
                    rules.get(i), i < answers.size() ? answers.get(i) : "", i < remarks.size() ? remarks.get(i) : ""));
        }
        return sent;
    }

    private Response one(String round, int number, List<ReviewTable.Sent> sent, List<FieldError> wrong, int status) {
        Language language = shells.language();
        ReviewText form = ReviewText.of(
                round,
                table.one(actor.get(), round, number),
                reports.rules().rules(),
                ReviewText.again(sent, wrong),
                language);
        return shells.page(Templates.review(shells.shell(), form, form.errors(wrong, language)), status)
                .build();
    }

    /** A text that is no number counts as one that no case has. */
    private static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }

    @CheckedTemplate(basePath = "supervision")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cases(Shell shell, Cases cases);

        static native TemplateInstance review(Shell shell, ReviewText form, FormErrors problems);
    }
}

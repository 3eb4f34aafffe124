package dk.rettidig.notification.comparison.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.comparison.ComparedAs;
import dk.rettidig.notification.comparison.Comparison;
import dk.rettidig.notification.comparison.ComparisonDesk;
import dk.rettidig.notification.comparison.ComparisonErrorCode;
import dk.rettidig.notification.comparison.ComparisonFault;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** Municipalities held against each other, for everybody who reads figures. */
@Path("/statistics/comparison")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ComparisonPage {

    private static final int OK = 200;

    private final ComparisonDesk desk;
    private final CodeRegister codes;
    private final CurrentActor actor;
    private final Shells shells;

    ComparisonPage(ComparisonDesk desk, CodeRegister codes, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.codes = codes;
        this.actor = actor;
        this.shells = shells;
    }

    /** Something to choose. */
    public record Choice(String id, String text, boolean chosen) {}

    /** What can be chosen, and whether the reader may load figures. */
    public record Choices(List<Choice> years, List<Choice> groups, boolean loads) {}

    /** The comparison of a year; what is chosen and does not exist shows the newest year and the whole country. */
    @GET
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    public Response compare(
            @QueryParam("year") @DefaultValue("") String year, @QueryParam("group") @DefaultValue("") String group) {
        return page(year, group, new ComparisonDesk.Draft("", "", ""), FormErrors.NONE, OK);
    }

    /** Loads a year's figures. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.LOAD_COMPARISON, purpose = Purpose.ADMINISTRATION)
    public Response load(
            @RestForm @DefaultValue("") String year,
            @RestForm @DefaultValue("") String source,
            @RestForm @DefaultValue("") String figures) {
        ComparisonDesk.Draft draft = new ComparisonDesk.Draft(year, source, figures);
        try {
            int loaded = desk.load(actor.get(), municipality(), draft).year();
            return Response.seeOther(URI.create("/statistics/comparison?year=" + loaded))
                    .build();
        } catch (ComparisonFault fault) {
            boolean wrongSource =
                    fault.problems().stream().anyMatch(each -> each.code() == ComparisonErrorCode.SOURCE_INVALID);
            return page(
                    "",
                    "",
                    // A text with a CPR number is not shown again.
                    wrongSource ? new ComparisonDesk.Draft(year, "", figures) : draft,
                    errors(fault.problems(), shells.language()),
                    fault.errorCode().status());
        }
    }

    /** Lines are named in the error of their field. */
    private static FormErrors errors(List<FieldError> problems, Language language) {
        return new FormErrors(problems.stream()
                .map(problem -> {
                    String[] place = problem.field().split(":", 2);
                    String text = language.choose(
                            problem.code().danish(), problem.code().english());
                    return new FormErrors.Line(
                            place[0],
                            place.length == 1 ? text : language.choose("Linje ", "Line ") + place[1] + ": " + text);
                })
                .toList());
    }

    private Response page(String year, String group, ComparisonDesk.Draft draft, FormErrors problems, int status) {
        Language language = shells.language();
        MunicipalityCode municipality = municipality();
        List<Integer> years = desk.years(municipality);
        ComparedAs chosen = ComparedAs.parse(group).orElse(ComparedAs.OTHER);
        Optional<Integer> shown = years.stream()
                .filter(each -> each.toString().equals(year))
                .findFirst()
                .or(() -> years.stream().findFirst());
        Optional<Comparison> comparison = shown.flatMap(each -> desk.compare(municipality, each, chosen));
        Choices choices = new Choices(
                years.stream()
                        .map(each -> new Choice(
                                each.toString(),
                                each.toString(),
                                shown.filter(each::equals).isPresent()))
                        .toList(),
                Arrays.stream(ComparedAs.values())
                        .map(each -> new Choice(each.id(), ComparisonText.words(each, language), each == chosen))
                        .toList(),
                actor.get().kind() == ActorKind.TEAM_LEADER);
        return shells.page(
                        Templates.comparison(
                                shells.shell(),
                                comparison.map(each -> ComparisonText.of(each, codes, language)),
                                choices,
                                draft,
                                problems),
                        status)
                .build();
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance comparison(
                Shell shell,
                Optional<ComparisonText> shown,
                Choices choices,
                ComparisonDesk.Draft form,
                FormErrors problems);
    }
}

package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.SupervisionErrorCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.PlanWords;
import dk.rettidig.statistics.SamplePlan;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many cases to draw, and what such a sample can and cannot show. Shares are written in percent. */
@Path("/supervision/sample-size")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SampleSizePage {

    private static final int OK = 200;
    private static final double PERCENT = 100;

    private final CurrentActor actor;
    private final Shells shells;

    SampleSizePage(CurrentActor actor, Shells shells) {
        this.actor = actor;
        this.shells = shells;
    }

    /** The form as it was sent. */
    public record Wishes(
            String population, String halfWidth, String expected, List<SupervisionLabels.Choice> confidences) {}

    /** The size in words. */
    public record Size(String size, String cochran, List<String> lines) {}

    /** The form, and the answer to what it asks. */
    @GET
    @Gated(action = Action.READ_SUPERVISION, purpose = Purpose.SUPERVISION)
    public Response plan(
            @QueryParam("population") @DefaultValue("") String population,
            @QueryParam("half_width") @DefaultValue("10") String halfWidth,
            @QueryParam("expected") @DefaultValue("50") String expected,
            @QueryParam("confidence") @DefaultValue("95") String confidence) {
        Language language = shells.language();
        Wishes wishes = new Wishes(population, halfWidth, expected, confidences(confidence));
        List<FieldError> problems = new ArrayList<>();
        Optional<Size> size = population.isBlank()
                ? Optional.empty()
                : wish(wishes, confidence, problems).map(wish -> size(SamplePlan.of(wish), language));
        return shells.page(
                        Templates.size(
                                shells.shell(),
                                wishes,
                                size.stream().toList(),
                                SupervisionLabels.May.of(actor.get().kind()),
                                FormErrors.of(problems, language)),
                        OK)
                .build();
    }

    private static Optional<SamplePlan.Wish> wish(Wishes wishes, String confidence, List<FieldError> problems) {
        Optional<Double> population = number(wishes.population(), 1, SamplePlan.Wish.MOST, "population", problems);
        population.filter(value -> value % 1 != 0).ifPresent(part -> problem("population", problems));
        Optional<Double> halfWidth = number(wishes.halfWidth(), 0.1, PERCENT / 2, "half_width", problems);
        Optional<Double> expected = number(wishes.expected(), 0, PERCENT, "expected", problems);
        Optional<Double> sure = number(confidence, PERCENT / 2 + 1, PERCENT - 0.1, "confidence", problems);
        return problems.isEmpty()
                ? Optional.of(new SamplePlan.Wish(
                        population.orElseThrow().intValue(),
                        halfWidth.orElseThrow() / PERCENT,
                        expected.orElseThrow() / PERCENT,
                        new ConfidenceLevel(sure.orElseThrow() / PERCENT)))
                : Optional.empty();
    }

    /** Danes write a comma, and a point between thousands; both are understood. */
    private static Optional<Double> number(
            String text, double least, double most, String field, List<FieldError> problems) {
        String plain = text.strip().replaceAll("(?<=[0-9])[.](?=[0-9]{3}$)", "").replace(',', '.');
        Optional<Double> value =
                plain.matches("[0-9]{1,7}([.][0-9]{1,3})?") ? Optional.of(Double.valueOf(plain)) : Optional.empty();
        Optional<Double> within = value.filter(number -> number >= least && number <= most);
        if (within.isEmpty()) {
            problem(field, problems);
        }
        return within;
    }

    private static void problem(String field, List<FieldError> problems) {
        problems.add(new FieldError(
                field,
                switch (field) {
                    case "population" -> SupervisionErrorCode.POPULATION_INVALID;
                    case "half_width" -> SupervisionErrorCode.HALF_WIDTH_INVALID;
                    case "expected" -> SupervisionErrorCode.EXPECTED_INVALID;
                    default -> SupervisionErrorCode.CHOICE_UNKNOWN;
                }));
    }

    private static Size size(SamplePlan plan, Language language) {
        return new Size(
                Integer.toString(plan.size()),
                Words.count(plan.cochran(), language),
                new PlanWords(plan, language).lines());
    }

    private static List<SupervisionLabels.Choice> confidences(String chosen) {
        return Stream.of("90", "95", "99")
                .map(each -> new SupervisionLabels.Choice(each, each, each.equals(chosen)))
                .toList();
    }

    @CheckedTemplate(basePath = "supervision")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance size(
                Shell shell, Wishes wishes, List<Size> sizes, SupervisionLabels.May may, FormErrors problems);
    }
}

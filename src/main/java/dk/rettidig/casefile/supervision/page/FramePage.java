package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.casefile.supervision.DrawnFrom;
import dk.rettidig.casefile.supervision.FrameSource;
import dk.rettidig.casefile.supervision.Round;
import dk.rettidig.casefile.supervision.SupervisionDesk;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where the team leader binds a frame: from then on nobody can change which cases may be drawn. */
@Path("/supervision/frames")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FramePage {

    private static final int OK = 200;

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of("drawn_from", "source", "frame", "sample", "opens_at");

    /** Room for more cases than a frame may have. */
    private static final long MOST_BYTES = 40_000_000;

    private final SupervisionDesk desk;
    private final CurrentActor actor;
    private final Shells shells;

    FramePage(SupervisionDesk desk, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.actor = actor;
        this.shells = shells;
    }

    /** The form as it was sent; a file has to be chosen again. */
    public record Form(
            List<SupervisionLabels.Choice> from, List<SupervisionLabels.Choice> sources, String sample, String opens) {}

    /** The form. */
    @GET
    @Gated(action = Action.COMMIT_FRAME, purpose = Purpose.SUPERVISION)
    public Response form(@QueryParam("sample") @DefaultValue("") String sample) {
        return form(
                new Sent("", FrameSource.SERVICE.id(), sample.matches("[0-9]{1,7}") ? sample : "", ""),
                FormErrors.NONE,
                OK);
    }

    /** Binds. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Gated(action = Action.COMMIT_FRAME, purpose = Purpose.SUPERVISION)
    public Response bind(
            @RestForm("drawn_from") @DefaultValue("") String drawnFrom,
            @RestForm @DefaultValue("") String source,
            @RestForm @DefaultValue("") String sample,
            @RestForm @DefaultValue("") String opens,
            @RestForm @Nullable FileUpload frame) {
        long size = sample.strip().matches("[0-9]{1,7}") ? Long.parseLong(sample.strip()) : 0;
        try {
            Round round = desk.commit(
                    actor.get(),
                    new SupervisionDesk.Draft(drawnFrom, source, size, SupervisionLabels.moment(opens), text(frame)));
            return Response.seeOther(URI.create("/supervision/" + round.id())).build();
        } catch (SupervisionFault fault) {
            List<FieldError> wrong = fault.problems();
            if (wrong.isEmpty()) {
                throw fault;
            }
            return form(
                    new Sent(drawnFrom, source, sample, opens),
                    errors(wrong),
                    fault.errorCode().status());
        }
    }

    /** What is no UTF-8 text is no frame; the desk says so. */
    private static String text(@Nullable FileUpload file) {
        if (file == null || file.size() > MOST_BYTES) {
            return "";
        }
        try {
            return Files.readString(file.uploadedFile());
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Problems of lines stand at the file, each with the number of its line. */
    private FormErrors errors(List<FieldError> wrong) {
        Language language = shells.language();
        return new FormErrors(wrong.stream()
                .sorted(Comparator.comparingInt(
                        error -> FIELDS.indexOf(error.field().replaceAll(":.*", ""))))
                .map(error -> {
                    String[] parts = error.field().split(":", 2);
                    String line = parts.length > 1 ? language.choose("Linje ", "Line ") + parts[1] + ": " : "";
                    return new FormErrors.Line(
                            parts[0],
                            line
                                    + language.choose(
                                            error.code().danish(), error.code().english()));
                })
                .toList());
    }

    private record Sent(String drawnFrom, String source, String sample, String opens) {}

    private Response form(Sent sent, FormErrors problems, int status) {
        Language language = shells.language();
        List<SupervisionLabels.Choice> from = Arrays.stream(DrawnFrom.values())
                .map(each -> new SupervisionLabels.Choice(
                        each.id(), each.text(language), each.id().equals(sent.drawnFrom())))
                .toList();
        List<SupervisionLabels.Choice> sources = Stream.of(FrameSource.SERVICE, FrameSource.UPLOADED)
                .map(each -> new SupervisionLabels.Choice(
                        each.id(), each.text(language), each.id().equals(sent.source())))
                .toList();
        return shells.page(
                        Templates.frame(shells.shell(), new Form(from, sources, sent.sample(), sent.opens()), problems),
                        status)
                .build();
    }

    @CheckedTemplate(basePath = "supervision")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance frame(Shell shell, Form form, FormErrors problems);
    }
}

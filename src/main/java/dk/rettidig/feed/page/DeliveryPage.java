package dk.rettidig.feed.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Deliveries of the municipality, one delivery, and its quarantined lines. */
@Path("/deliveries")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DeliveryPage {

    private static final int ON_A_PAGE = 50;

    /** Lines on a page of the quarantine report. */
    private static final int LINES = 200;

    private final Gate gate;
    private final Deliveries deliveries;
    private final CurrentActor actor;
    private final Shells shells;
    private final Clock clock;

    DeliveryPage(Gate gate, Deliveries deliveries, CurrentActor actor, Shells shells, Clock clock) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.actor = actor;
        this.shells = shells;
        this.clock = clock;
    }

    /** The latest deliveries. */
    @GET
    @Gated(action = Action.READ_DELIVERIES, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Response list() {
        demand(Action.READ_DELIVERIES);
        Language language = shells.language();
        List<DeliveryText> rows =
                read(() -> deliveries.of(municipality(), clock.instant().plusSeconds(1), ON_A_PAGE)).stream()
                        .map(delivery -> DeliveryText.of(delivery, language))
                        .toList();
        return shells.page(Templates.deliveries(shells.shell(), rows));
    }

    /** One delivery: its counts, and why it was rejected if it was. */
    @GET
    @Path("{id}")
    @Gated(action = Action.READ_DELIVERIES, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Response one(@PathParam("id") String id) {
        demand(Action.READ_DELIVERIES);
        return shells.page(Templates.delivery(shells.shell(), DeliveryText.of(find(id), shells.language())));
    }

    /** The lines that stayed out, by number and reason. */
    @GET
    @Path("{id}/quarantine")
    @Gated(action = Action.READ_QUARANTINE, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Response quarantine(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") long after) {
        demand(Action.READ_QUARANTINE);
        Language language = shells.language();
        Delivery delivery = find(id);
        List<Line> lines = read(() -> deliveries.quarantine(delivery.id(), after, LINES)).stream()
                .map(row -> new Line(
                        row.line(),
                        row.code().code(),
                        language.choose(row.code().danish(), row.code().english())))
                .toList();
        String next = lines.size() == LINES ? Long.toString(lines.getLast().line()) : "";
        return shells.page(Templates.quarantine(shells.shell(), DeliveryText.of(delivery, language), lines, next));
    }

    /** All lines that stayed out, as a file: number, code and reason, comma-separated (RFC 4180). */
    @GET
    @Path("{id}/quarantine/lines")
    @Produces("text/csv")
    @Gated(action = Action.READ_QUARANTINE, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Response lines(@PathParam("id") String id) {
        demand(Action.READ_QUARANTINE);
        QuarantineFile file = new QuarantineFile(deliveries, find(id).id(), shells.language());
        return Response.ok((StreamingOutput) file::write, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quarantine.csv\"")
                .build();
    }

    /** Asks for the purpose of whoever reads: the data protection officer supervises, the others run the service. */
    private void demand(Action action) {
        Actor reader = actor.get();
        Purpose purpose = reader instanceof Actor.DataProtectionOfficer ? Purpose.SUPERVISION : Purpose.ADMINISTRATION;
        gate.demand(Request.plain(reader, action, purpose, reader.municipality()));
    }

    private Delivery find(String id) {
        return read(() -> deliveries.find(municipality(), delivery(id))).orElseThrow(NotFoundException::new);
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }

    private static <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading::get);
    }

    private static DeliveryId delivery(String text) {
        try {
            return new DeliveryId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException(notAnId);
        }
    }

    /** A line that stayed out. */
    public record Line(long line, String code, String text) {}

    @CheckedTemplate(basePath = "feed")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance deliveries(Shell shell, List<DeliveryText> rows);

        static native TemplateInstance delivery(Shell shell, DeliveryText delivery);

        static native TemplateInstance quarantine(Shell shell, DeliveryText delivery, List<Line> lines, String next);
    }
}

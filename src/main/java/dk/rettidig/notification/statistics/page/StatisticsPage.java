package dk.rettidig.notification.statistics.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.statistics.Categories;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.FigureFormats;
import dk.rettidig.notification.statistics.FigureTable;
import dk.rettidig.notification.statistics.StatisticsDesk;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Figures on notifications for everybody who works with them or supervises. */
@Path("/statistics")
@Blocking
public class StatisticsPage {

    private final StatisticsDesk desk;
    private final FigureFormats formats;
    private final Categories categories;
    private final CurrentActor actor;
    private final Shells shells;

    StatisticsPage(
            StatisticsDesk desk, FigureFormats formats, Categories categories, CurrentActor actor, Shells shells) {
        this.desk = desk;
        this.formats = formats;
        this.categories = categories;
        this.actor = actor;
        this.shells = shells;
    }

    /** The figures. What is chosen and does not exist shows the newest year by notifier. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    public Response figures(
            @QueryParam("period") @DefaultValue("year") String period,
            @QueryParam("by") @DefaultValue("notifier") String by,
            @QueryParam("edition") @DefaultValue("") String edition) {
        return shells.page(Templates.statistics(
                shells.shell(),
                StatisticsText.of(table(period, by), Edition.parse(edition), categories, shells.language()),
                actor.get().kind() == ActorKind.TEAM_LEADER || actor.get().kind() == ActorKind.CASEWORKER));
    }

    /** The same as a file, all editions (RFC 4180). */
    @GET
    @Path("figures")
    @Produces("text/csv")
    @Gated(action = Action.READ_STATISTICS, purpose = Purpose.ADMINISTRATION)
    public Response file(
            @QueryParam("period") @DefaultValue("year") String period,
            @QueryParam("by") @DefaultValue("notifier") String by) {
        return Response.ok(formats.csv(table(period, by)), "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"")
                .build();
    }

    private FigureTable table(String period, String by) {
        MunicipalityCode municipality = actor.get().municipality().orElseThrow(NotFoundException::new);
        Edition.Period length = Edition.Period.parse(period).orElse(Edition.Period.YEAR);
        Dimension dimension = Dimension.parse(by)
                .filter(each -> !Categories.measures(length, each).isEmpty())
                .orElse(Dimension.NOTIFIER);
        return desk.table(municipality, length, dimension);
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance statistics(Shell shell, StatisticsText page, boolean discusses);
    }
}

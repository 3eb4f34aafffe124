package dk.rettidig.flag.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunReaders;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The municipality's runs, latest first, with the progress of the one under way. */
@Path("/runs")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RunPage {

    private static final int ON_A_PAGE = 30;

    private final RunReaders readers;
    private final Runs runs;
    private final IndicatorCatalogue catalogue;
    private final CurrentActor actor;
    private final Shells shells;

    RunPage(RunReaders readers, Runs runs, IndicatorCatalogue catalogue, CurrentActor actor, Shells shells) {
        this.readers = readers;
        this.runs = runs;
        this.catalogue = catalogue;
        this.actor = actor;
        this.shells = shells;
    }

    /** The runs. */
    @GET
    @Gated(action = Action.READ_RUNS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Response list() {
        Language language = shells.language();
        Actor reader = actor.get();
        readers.demand(reader);
        MunicipalityCode municipality = reader.municipality().orElseThrow(NotFoundException::new);
        List<RunText> rows = runs.list(municipality, Optional.empty(), ON_A_PAGE).stream()
                .map(run -> text(run, language))
                .toList();
        return shells.page(Templates.runs(
                shells.noticed(),
                rows,
                rows.stream().anyMatch(RunText::running),
                reader.kind() == ActorKind.TEAM_LEADER));
    }

    private RunText text(Run run, Language language) {
        return RunText.of(
                run,
                run.state() instanceof RunState.Started ? runs.progress(run.id()) : Optional.empty(),
                AbstentionText.of(
                        run.state() instanceof RunState.Finished ? runs.abstentions(run.id()) : AbstentionCounts.NONE,
                        catalogue,
                        language),
                language);
    }

    @CheckedTemplate(basePath = "runs")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance runs(Shell shell, List<RunText> rows, boolean underWay, boolean leader);
    }
}

package dk.rettidig.flag.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunDesk;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Runs: asked for by a team leader, seen by those who work with what comes of them. */
@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RunsResource {

    /** Most runs of a page. */
    private static final int LONGEST_PAGE = 100;

    /** Often enough to watch, seldom enough not to be felt. */
    private static final Duration WATCH_EVERY = Duration.ofMillis(500);

    private final RunDesk desk;
    private final Runs runs;
    private final CurrentActor actor;

    RunsResource(RunDesk desk, Runs runs, CurrentActor actor) {
        this.desk = desk;
        this.runs = runs;
        this.actor = actor;
    }

    /** Starts a run: 202 with its address, 403 with rule and citation, 409 while another of the municipality is under way. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Gated(action = Action.START_RUN, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    public Response start(@Nullable RunBody body) {
        if (body == null) {
            throw new FlagFault(FlagErrorCode.REQUEST_INCOMPLETE);
        }
        Run run = desk.start(actor.get(), body.request());
        return Response.accepted(RunView.of(run))
                .location(URI.create("/api/v1/runs/" + run.id()))
                .build();
    }

    /** The caller's municipality's runs, latest first; {@code Link} names the next page. */
    @GET
    @Gated(action = Action.READ_RUNS, purpose = Purpose.CHILD_SUPPORT)
    public Response list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("20") int limit) {
        int most = Math.clamp(limit, 1, LONGEST_PAGE);
        Optional<Run> before = Optional.ofNullable(after).map(this::own);
        List<Run> page = runs.list(municipality(), before, most);
        Response.ResponseBuilder response =
                Response.ok(new RunView.Page(page.stream().map(RunView::of).toList()));
        if (page.size() == most) {
            response.header(
                    "Link",
                    "</api/v1/runs?limit=" + most + "&after=" + page.getLast().id() + ">; rel=\"next\"");
        }
        return response.build();
    }

    /** One run of the caller's municipality. */
    @GET
    @Path("{id}")
    @Gated(action = Action.READ_RUNS, purpose = Purpose.CHILD_SUPPORT)
    public RunView find(@PathParam("id") String id) {
        return RunView.of(own(id));
    }

    /** How far a run is, as server-sent events, until it has ended. */
    @GET
    @Path("{id}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Gated(action = Action.READ_RUNS, purpose = Purpose.CHILD_SUPPORT)
    public Multi<ProgressView> progress(@PathParam("id") String id) {
        RunId run = own(id).id();
        return Multi.createBy()
                .repeating()
                .supplier(() -> look(run))
                .withDelay(WATCH_EVERY)
                .until(ProgressView::ended)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onCompletion()
                .continueWith(() -> List.of(look(run)));
    }

    private ProgressView look(RunId id) {
        return ProgressView.of(runs.find(id).orElseThrow(), runs.progress(id));
    }

    /** A run of another municipality is answered like one that does not exist. */
    private Run own(String id) {
        try {
            return runs.find(RunId.parse(id))
                    .filter(run -> run.request().municipality().equals(municipality()))
                    .orElseThrow(() -> new FlagFault(FlagErrorCode.RUN_UNKNOWN));
        } catch (IllegalArgumentException malformed) {
            throw new FlagFault(FlagErrorCode.RUN_UNKNOWN, malformed);
        }
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(() -> new FlagFault(FlagErrorCode.RUN_UNKNOWN));
    }

    /**
     * One look at a run.
     *
     * @param state {@code started}, {@code finished} or {@code aborted}
     * @param stage what it does at the moment; blank when it has ended or not begun
     */
    public record ProgressView(String state, String stage, long done, long total) {

        static ProgressView of(Run run, Optional<dk.rettidig.flag.RunProgress> progress) {
            boolean started = run.state() instanceof RunState.Started;
            return new ProgressView(
                    run.state().word(),
                    started ? progress.map(each -> each.stage().word()).orElse("") : "",
                    started ? progress.map(dk.rettidig.flag.RunProgress::done).orElse(0L) : 0L,
                    started ? progress.map(dk.rettidig.flag.RunProgress::total).orElse(0L) : 0L);
        }

        @com.fasterxml.jackson.annotation.JsonIgnore
        boolean ended() {
            return !state.equals("started");
        }
    }
}

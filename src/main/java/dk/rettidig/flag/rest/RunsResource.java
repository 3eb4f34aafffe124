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
import dk.rettidig.flag.RunReaders;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Runs: asked for by a team leader, seen by those who work with what comes of them. */
@Path("/api/v1/runs")
@Tag(
        name = "runs",
        description =
                "Runs from scope to flags: asked for by a team leader, seen by those who work with what comes of them.")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RunsResource {

    /** Most runs of a page. */
    private static final int LONGEST_PAGE = 100;

    /** Often enough to watch, seldom enough not to be felt. */
    private static final Duration WATCH_EVERY = Duration.ofMillis(500);

    private static final String PURPOSES =
            "The gate is asked for the purpose of the reader's role: child_support for caseworkers and team leaders, "
                    + "administration for the data team, supervision for data protection officer and legal reviewer, "
                    + "model_development for the model owner.";

    private static final String RUN_ID = "The run's id, a UUID.";

    private final RunDesk desk;
    private final Runs runs;
    private final RunReaders readers;
    private final CurrentActor actor;

    RunsResource(RunDesk desk, Runs runs, RunReaders readers, CurrentActor actor) {
        this.desk = desk;
        this.runs = runs;
        this.readers = readers;
        this.actor = actor;
    }

    /** Starts a run: 202 with its address, 403 with rule and citation, 409 while another of the municipality is under way. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Gated(action = Action.START_RUN, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "startRun", summary = "Starts a run and answers while it is under way")
    @APIResponse(
            responseCode = "202",
            description = "The run, under way.",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "400", description = "flag_request_incomplete")
    @APIResponse(responseCode = "409", description = "flag_run_under_way")
    @APIResponse(responseCode = "422", description = "flag_model_unknown, flag_as_of_in_future")
    @APIResponse(responseCode = "503", description = "flag_store_unavailable")
    public RestResponse<RunView> start(@Nullable RunBody body) {
        if (body == null) {
            throw new FlagFault(FlagErrorCode.REQUEST_INCOMPLETE);
        }
        Run run = desk.start(actor.get(), body.request());
        return RestResponse.ResponseBuilder.<RunView>create(RestResponse.Status.ACCEPTED, view(run))
                .location(URI.create("/api/v1/runs/" + run.id()))
                .build();
    }

    /** The caller's municipality's runs, latest first; {@code Link} names the next page. */
    @GET
    @Gated(action = Action.READ_RUNS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "listRuns", summary = "The municipality's runs, latest first", description = PURPOSES)
    @APIResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link", ref = "Link"))
    @APIResponse(responseCode = "404", description = "flag_run_unknown, not_found")
    public RestResponse<RunView.Page> list(
            @Parameter(description = "The id of the last run of the page before.") @QueryParam("after") @Nullable
                    String after,
            @Parameter(
                            description = "Runs on the page; a number outside the range counts as its nearest end.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "100"))
                    @QueryParam("limit")
                    @DefaultValue("20")
                    int limit) {
        readers.demand(actor.get());
        int most = Math.clamp(limit, 1, LONGEST_PAGE);
        Optional<Run> before = Optional.ofNullable(after).map(this::own);
        List<Run> page = runs.list(municipality(), before, most);
        RestResponse.ResponseBuilder<RunView.Page> response =
                RestResponse.ResponseBuilder.ok(new RunView.Page(RunView.of(page, runs)));
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
    @Gated(action = Action.READ_RUNS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "readRun",
            summary = "One run of the municipality, with its counts once it has finished",
            description = PURPOSES)
    @APIResponse(responseCode = "200", description = "The run.")
    @APIResponse(responseCode = "404", description = "flag_run_unknown")
    public RunView find(@Parameter(description = RUN_ID) @PathParam("id") String id) {
        readers.demand(actor.get());
        return view(own(id));
    }

    /** How far a run is, as server-sent events, until it has ended. */
    @GET
    @Path("{id}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Gated(action = Action.READ_RUNS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(
            operationId = "watchRun",
            summary = "How far a run is, as server-sent events, until it has ended",
            description =
                    "An event each half second; the data of each is one RunProgress as JSON. The stream ends after the "
                            + "event whose state is no longer started.")
    @APIResponse(
            responseCode = "200",
            description = "Events.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ProgressView.class)))
    @APIResponse(responseCode = "404", description = "flag_run_unknown")
    public Multi<ProgressView> progress(@Parameter(description = RUN_ID) @PathParam("id") String id) {
        readers.demand(actor.get());
        RunId run = own(id).id();
        return Multi.createBy()
                .repeating()
                .uni(() -> looking(run))
                .withDelay(WATCH_EVERY)
                .until(ProgressView::ended)
                .onCompletion()
                .switchTo(() -> looking(run).toMulti());
    }

    /** Each look on a thread that may wait for the database: whoever asks for the next event may be one that must not. */
    private Uni<ProgressView> looking(RunId id) {
        return Uni.createFrom().item(() -> look(id)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private RunView view(Run run) {
        return RunView.of(List.of(run), runs).getFirst();
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
    @Schema(name = "RunProgress")
    public record ProgressView(
            @Schema(enumeration = {"started", "finished", "aborted"})
            String state,

            @Schema(description = "What it does at the moment, in Danish; blank when it has ended or not begun.")
            String stage,

            long done,
            long total) {

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

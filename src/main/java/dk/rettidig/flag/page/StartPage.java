package dk.rettidig.flag.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.RunDesk;
import dk.rettidig.flag.RunModels;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.scoring.ModelRef;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;

/** Where a team leader starts a run: on which basis, with which model, as of which day. */
@Path("/runs/start")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StartPage {

    private static final int OK = 200;

    private final Gate gate;
    private final RunDesk desk;
    private final RunModels models;
    private final LegalBases bases;
    private final CurrentActor actor;
    private final Shells shells;
    private final Clock clock;

    StartPage(
            Gate gate,
            RunDesk desk,
            RunModels models,
            LegalBases bases,
            CurrentActor actor,
            Shells shells,
            Clock clock) {
        this.gate = gate;
        this.desk = desk;
        this.models = models;
        this.bases = bases;
        this.actor = actor;
        this.shells = shells;
        this.clock = clock;
    }

    /** The form. Others who may read runs learn here that a team leader starts them. */
    @GET
    @Gated(action = Action.READ_RUNS, purpose = Purpose.ADMINISTRATION)
    public Response form() {
        return form("", today().minusDays(1).toString(), "", OK);
    }

    /** Starts the run and leads to its progress; a refusal names its rule and citation. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.START_RUN, purpose = Purpose.CHILD_SUPPORT, decided = Gated.Decided.IN_FEATURE)
    public Response start(
            @RestForm @DefaultValue("") String basis,
            @RestForm @DefaultValue("") String model,
            @RestForm("as_of") @DefaultValue("") String asOf) {
        try {
            desk.start(actor.get(), request(basis, model, asOf));
            return Response.seeOther(URI.create("/runs")).build();
        } catch (FlagFault fault) {
            if (fault.errorCode().status() >= 500) {
                throw fault;
            }
            demandLeader();
            Language language = shells.language();
            String text = fault.errorCode() == FlagErrorCode.REQUEST_INCOMPLETE
                    ? language.choose(
                            "Vælg en hjemmel, en model og en dag.", "Choose a legal basis, a model and a day.")
                    : language.choose(
                            fault.errorCode().danish(), fault.errorCode().english());
            return form(basis, asOf, text, fault.errorCode().status());
        }
    }

    /** The form goes back only to whom the gate lets start runs; anybody else is refused, on the record. */
    private void demandLeader() {
        Actor reader = actor.get();
        if (!(reader instanceof Actor.TeamLeader)) {
            gate.demand(Request.plain(reader, Action.START_RUN, Purpose.CHILD_SUPPORT, reader.municipality())
                    .with("model", "none"));
        }
    }

    private Response form(String chosen, String asOf, String error, int status) {
        Language language = shells.language();
        return shells.page(
                        Templates.start(
                                shells.noticed(),
                                BasisChoice.of(bases.all(), municipality(), today(), chosen, language),
                                models.offered().stream()
                                        .map(ModelRef::toString)
                                        .toList(),
                                asOf,
                                today().toString(),
                                error,
                                actor.get().kind() == ActorKind.TEAM_LEADER),
                        status)
                .build();
    }

    private RunRequest request(String choice, String model, String asOf) {
        try {
            String[] parts = choice.split("\\|", 2);
            LegalBasis basis = bases.find(new BasisId(parts[0])).orElseThrow(StartPage::incomplete);
            Phase phase = Phase.parse(parts.length == 2 ? parts[1] : "").orElseThrow(StartPage::incomplete);
            return new RunRequest(
                    actor.get().municipality().orElseThrow(StartPage::incomplete),
                    basis.id(),
                    phase,
                    basis.scope(),
                    ModelRef.parse(model),
                    Set.of(),
                    LocalDate.parse(asOf));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new FlagFault(FlagErrorCode.REQUEST_INCOMPLETE, unreadable);
        }
    }

    private static FlagFault incomplete() {
        return new FlagFault(FlagErrorCode.REQUEST_INCOMPLETE);
    }

    private MunicipalityCode municipality() {
        return actor.get().municipality().orElseThrow(NotFoundException::new);
    }

    private LocalDate today() {
        return Words.day(clock.instant());
    }

    @CheckedTemplate(basePath = "runs")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start(
                Shell shell,
                List<BasisChoice> choices,
                List<String> models,
                String asOf,
                String today,
                String error,
                boolean leader);
    }
}

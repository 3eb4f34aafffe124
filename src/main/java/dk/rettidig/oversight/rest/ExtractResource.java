package dk.rettidig.oversight.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.extract.Extract;
import dk.rettidig.oversight.extract.ExtractDesk;
import dk.rettidig.oversight.extract.ExtractDocument;
import dk.rettidig.oversight.extract.Passage;
import dk.rettidig.oversight.extract.WithholdingGround;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Extracts for a person, for the rights desk. */
@Path("/api/v1/extracts")
@Tag(name = "rights")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class ExtractResource {

    private final ExtractDesk desk;
    private final CurrentActor actor;

    ExtractResource(ExtractDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** Whose extract, as sent; what is absent counts as empty. */
    @Schema(
            name = "ExtractRequest",
            requiredProperties = {"pseudonym", "case_reference"})
    record Input(
            @Schema(description = "As the municipality's vault shows it, 43 characters.") @Nullable
            String pseudonym,

            @Schema(description = "Case or journal number; never a CPR number.") @Nullable
            String caseReference) {

        private static final Input NOTHING = new Input(null, null);

        @Override
        public String toString() {
            return "Input[hidden]";
        }
    }

    /** Decisions, as sent. */
    @Schema(
            name = "ExtractDecisions",
            requiredProperties = {"decisions"})
    record Choices(@Nullable List<Choice> decisions) {
        private static final Choices NONE = new Choices(List.of());
    }

    /** A decision on one entry. */
    @Schema(
            name = "ExtractDecision",
            requiredProperties = {"number", "choice"})
    record Choice(
            int number,

            @Schema(
                    description = "Given out, or withheld on this ground.",
                    enumeration = {
                        "give",
                        "child_talk_without_parents",
                        "honour_conflict",
                        "other_parents_data",
                        "protected_address",
                        "notifier"
                    })
            @Nullable
            String choice) {}

    /** An extract as JSON, by the number of its case. */
    @Schema(name = "Extract")
    record Answer(
            UUID id,
            String caseReference,
            String preparedBy,
            Instant preparedAt,
            Optional<String> releasedBy,
            Optional<Instant> releasedAt,
            Optional<String> jsonSha256,
            Optional<String> htmlSha256) {

        static Answer of(Extract extract) {
            return new Answer(
                    extract.id(),
                    extract.caseReference().value(),
                    extract.preparedBy().value(),
                    extract.preparedAt(),
                    extract.release().map(release -> release.by().value()),
                    extract.release().map(Extract.Release::at),
                    extract.release().map(Extract.Release::jsonSha256),
                    extract.release().map(Extract.Release::htmlSha256));
        }
    }

    /** An entry of a draft. */
    @Schema(name = "ExtractEntry")
    record EntryAnswer(int number, Passage passage, Optional<String> choice, Optional<String> decidedBy) {

        static EntryAnswer of(Extract.Item item) {
            return new EntryAnswer(
                    item.number(),
                    item.passage(),
                    item.decision()
                            .map(one -> one.ground().map(WithholdingGround::id).orElse(ExtractDesk.GIVEN)),
                    item.decision().map(one -> one.by().value()));
        }
    }

    /** A draft. */
    @Schema(name = "ExtractDraft")
    record DraftAnswer(Answer extract, long undecided, List<EntryAnswer> entries) {

        static DraftAnswer of(Extract.Draft draft) {
            return new DraftAnswer(
                    Answer.of(draft.extract()),
                    draft.undecided(),
                    draft.items().stream().map(EntryAnswer::of).toList());
        }
    }

    @GET
    @Gated(action = Action.READ_EXTRACTS, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listExtracts", summary = "The municipality's extracts, newest first")
    @APIResponse(responseCode = "200", description = "By case; no pseudonym is shown.")
    @APIResponse(responseCode = "404", description = "not_found")
    public List<Answer> list() {
        return desk.list(actor.get()).stream().map(Answer::of).toList();
    }

    @POST
    @ResponseStatus(201)
    @Gated(action = Action.PREPARE_EXTRACT, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "prepareExtract",
            summary = "Prepares an extract of all that can be said of one child",
            description = "Nothing of it leaves before a person has decided on every entry.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public DraftAnswer prepare(@Nullable Input input) {
        Input given = Objects.requireNonNullElse(input, Input.NOTHING);
        return DraftAnswer.of(desk.prepare(
                actor.get(),
                Objects.requireNonNullElse(given.pseudonym(), ""),
                Objects.requireNonNullElse(given.caseReference(), "")));
    }

    @GET
    @Path("{extract}")
    @Gated(action = Action.READ_EXTRACTS, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "getExtract", summary = "One extract with its entries and what was decided")
    @APIResponse(responseCode = "200", description = "The draft.")
    @APIResponse(responseCode = "404", description = "not_found")
    public DraftAnswer one(@Parameter(description = "The extract's id, a UUID.") @PathParam("extract") String extract) {
        return DraftAnswer.of(desk.find(actor.get(), extract));
    }

    @POST
    @Path("{extract}/decisions")
    @Gated(action = Action.DECIDE_EXTRACT, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "decideExtract", summary = "Decides on entries: give out, or withhold on a ground")
    @APIResponse(responseCode = "200", description = "The draft.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "extract_released")
    @APIResponse(responseCode = "422", description = "person_input_invalid")
    public DraftAnswer decide(
            @Parameter(description = "The extract's id, a UUID.") @PathParam("extract") String extract,
            @Nullable Choices input) {
        List<Choice> given = Objects.requireNonNullElse(
                Objects.requireNonNullElse(input, Choices.NONE).decisions(), List.of());
        Map<Integer, String> choices = new HashMap<>();
        given.forEach(one -> choices.put(one.number(), Objects.requireNonNullElse(one.choice(), "")));
        return DraftAnswer.of(desk.decide(actor.get(), extract, choices));
    }

    @POST
    @Path("{extract}/release")
    @Gated(action = Action.RELEASE_EXTRACT, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "releaseExtract",
            summary = "Releases what was decided to be given; it cannot be changed then")
    @APIResponse(responseCode = "200", description = "The extract with the digests of what was released.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "extract_undecided, extract_released")
    public DraftAnswer release(
            @Parameter(description = "The extract's id, a UUID.") @PathParam("extract") String extract) {
        return DraftAnswer.of(desk.release(actor.get(), extract));
    }

    @GET
    @Path("{extract}/document")
    @Gated(action = Action.READ_EXTRACTS, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "getExtractDocument", summary = "What was released, as JSON (docs/extracts.md)")
    @APIResponse(
            responseCode = "200",
            description = "The document, byte by byte as it was released.",
            content = @Content(schema = @Schema(implementation = ExtractDocument.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "409", description = "extract_not_released")
    public Response document(
            @Parameter(description = "The extract's id, a UUID.") @PathParam("extract") String extract) {
        return Response.ok(desk.document(actor.get(), extract).json(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"indsigt.json\"")
                .build();
    }
}

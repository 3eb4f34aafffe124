package dk.rettidig.oversight.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.documents.Document;
import dk.rettidig.oversight.documents.DocumentShelf;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The documents made of what runs in this installation, for the data protection officer and the legal reviewer. */
@Path("/api/v1/documents")
@Tag(
        name = "documents",
        description =
                "Documents that the law asks for, made of the policy set in force and the release offered for runs.")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class DocumentResource {

    private final DocumentShelf shelf;
    private final CurrentActor actor;

    DocumentResource(DocumentShelf shelf, CurrentActor actor) {
        this.shelf = shelf;
        this.actor = actor;
    }

    /** A document without its text. */
    @Schema(name = "DocumentListed")
    record Listed(
            String id,
            String danish,
            String english,

            @Schema(description = "Questions that only the municipality or the provider can answer.")
            int openQuestions,

            @Schema(description = "SHA-256 of the Markdown in UTF-8, hex.")
            String sha256) {

        static Listed of(Document document) {
            return new Listed(
                    document.id(), document.danish(), document.english(), document.openQuestions(), document.digest());
        }
    }

    /** A document with its text. */
    @Schema(name = "Document")
    record Answer(
            String id,
            String danish,
            String english,
            int openQuestions,

            @Schema(description = "SHA-256 of the Markdown in UTF-8, hex.")
            String sha256,

            String markdown) {}

    @GET
    @Gated(action = Action.READ_DOCUMENTS, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listDocuments", summary = "The documents of this installation")
    @APIResponse(responseCode = "200", description = "By id.")
    @APIResponse(responseCode = "503", description = "documents_unavailable")
    public List<Listed> list() {
        return shelf.list().stream().map(Listed::of).toList();
    }

    @GET
    @Path("{document}")
    @Gated(action = Action.READ_DOCUMENTS, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "getDocument",
            summary = "One document as it is made now",
            description = "That it was read, and in which version, stands in the ledger.")
    @APIResponse(responseCode = "200", description = "The document.")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "503", description = "documents_unavailable")
    public Answer one(
            @Parameter(description = "The document's id, for instance annex-iv.") @PathParam("document")
                    String document) {
        Document read = shelf.read(actor.get(), document);
        return new Answer(
                read.id(), read.danish(), read.english(), read.openQuestions(), read.digest(), read.markdown());
    }
}

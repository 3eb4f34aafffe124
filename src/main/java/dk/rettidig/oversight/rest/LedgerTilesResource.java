package dk.rettidig.oversight.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log as any C2SP tlog-tiles client reads it ("APIs"), below the prefix {@code /ledger}. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/ledger")
@Tag(
        name = "log",
        description = "The log as any C2SP tlog-tiles client reads it. Checkpoints, key and hash tiles are public.")
@Blocking
class LedgerTilesResource {

    private static final String TEXT = "text/plain; charset=utf-8";

    /** A published tile never changes; a year is the longest that caches take seriously (RFC 9111 section 1.2.2). */
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** A checkpoint may be a second old. */
    private static final String BRIEFLY = "public, max-age=1";

    private final LedgerReader reader;

    LedgerTilesResource(LedgerReader reader) {
        this.reader = reader;
    }

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
    @Operation(operationId = "readCheckpoint", summary = "The newest signed checkpoint")
    @APIResponse(
            responseCode = "200",
            description = "A signed note (C2SP tlog-checkpoint).",
            headers = @Header(name = "Cache-Control", ref = "Cache-Control"),
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response checkpoint() {
        return Response.ok(reader.checkpoint().note(), TEXT)
                .header(HttpHeaders.CACHE_CONTROL, BRIEFLY)
                .build();
    }

    @GET
    @Path("log-key")
    @Produces(TEXT)
    @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
    @Operation(operationId = "readLogKey", summary = "The key that checks the log's signatures")
    @APIResponse(
            responseCode = "200",
            description = "Verifier keys (C2SP signed-note), one a line; more than one while keys are changed.",
            headers = @Header(name = "Cache-Control", ref = "Cache-Control"),
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response logKey() {
        return Response.ok(String.join("\n", reader.verifierKeys()) + "\n", TEXT)
                .header(HttpHeaders.CACHE_CONTROL, BRIEFLY)
                .build();
    }

    @GET
    @Path("tile/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
    @Operation(operationId = "readTile", summary = "A tile of hashes")
    @APIResponse(
            responseCode = "200",
            description = "Up to 256 hashes of 32 bytes.",
            headers = @Header(name = "Cache-Control", ref = "Cache-Control"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "ledger_nothing_there")
    public Response tile(
            @Parameter(
                            description =
                                    "Level and index as C2SP tlog-tiles writes them, for instance 0/000 or 0/x001/067.p/8.")
                    @PathParam("tile")
                    String tile,
            @Context UriInfo asked) {
        TilePath path = parse(tile, asked);
        if (path.isEntries()) {
            throw new LedgerFault(LedgerErrorCode.NOTHING_THERE);
        }
        return Response.ok(reader.tile(path).bytes(), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, IMMUTABLE)
                .build();
    }

    @GET
    @Path("tile/entries/{bundle: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "readEntryBundle", summary = "A bundle of entries")
    @APIResponse(
            responseCode = "200",
            description = "Entries, each with its length as two bytes in front.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "ledger_nothing_there")
    public Response entries(
            @Parameter(description = "Index as C2SP tlog-tiles writes it, for instance 000 or x001/067.p/8.")
                    @PathParam("bundle")
                    String bundle,
            @Context UriInfo asked) {
        return Response.ok(reader.bundle(parse("entries/" + bundle, asked)), MediaType.APPLICATION_OCTET_STREAM)
                .build();
    }

    /** A tile has one address; the parameter is without a slash at the end, which the address may have had. */
    private static TilePath parse(String path, UriInfo asked) {
        if (asked.getPath().endsWith("/")) {
            throw new LedgerFault(LedgerErrorCode.NOTHING_THERE);
        }
        return TilePath.parse("tile/" + path).orElseThrow(() -> new LedgerFault(LedgerErrorCode.NOTHING_THERE));
    }
}

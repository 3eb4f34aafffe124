package dk.rettidig.oversight.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.LedgerExport;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Entries, proofs and exports for the data protection officer, a court and authorised verifiers. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/api/v1/ledger")
@Tag(
        name = "ledger",
        description = "Entries, proofs and exports for the data protection officer and authorised verifiers.")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class LedgerResource {

    /** The media type of a proof file (C2SP tlog-proof). */
    private static final String PROOF_FILE = "text/plain; charset=utf-8";

    private static final String INDEX = "The entry's index in the log.";
    private static final String TREE_SIZE = "Size of a published tree; the newest checkpoint's when left out.";

    private final LedgerReader reader;
    private final LedgerExport export;

    LedgerResource(LedgerReader reader, LedgerExport export) {
        this.reader = reader;
        this.export = export;
    }

    /** An entry with its place. {@code entry} is its canonical JSON, byte for byte. */
    @Schema(name = "LedgerEntry")
    record EntryView(
            long index,
            @JsonProperty("leaf_hash") String leafHash,

            @Schema(description = "The entry's canonical JSON, byte for byte.", type = SchemaType.OBJECT) @JsonRawValue
            String entry) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.index(), new TreeHasher().leaf(entry.bytes()).hex(), entry.json());
        }
    }

    /** A part of the log. {@code next} is where to go on; absent at its end. */
    @Schema(name = "LedgerEntries")
    record EntriesView(
            @JsonProperty("tree_size") long treeSize,
            List<EntryView> entries,

            @Schema(description = "Where to go on; null at the end of the log.")
            OptionalLong next) {}

    /** An inclusion proof (RFC 9162 section 2.1.3); hashes in base64, as C2SP writes them. */
    @Schema(name = "InclusionProof")
    record InclusionView(
            long index,
            @JsonProperty("tree_size") long treeSize,
            @JsonProperty("leaf_hash") String leafHash,
            @JsonProperty("root_hash") String rootHash,
            List<String> path,
            String checkpoint) {}

    /** A consistency proof (RFC 9162 section 2.1.4); hashes in base64. */
    @Schema(name = "ConsistencyProof")
    record ConsistencyView(long from, long to, List<String> path) {}

    @GET
    @Path("entries")
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "listEntries", summary = "Published entries from an index on")
    @APIResponse(
            responseCode = "200",
            description = "A part of the log.",
            headers = @Header(name = "Link", ref = "Link"))
    @APIResponse(responseCode = "404", description = "not_found")
    public RestResponse<EntriesView> entries(
            @Parameter(
                            description = "The first index.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @QueryParam("from")
                    @DefaultValue("0")
                    long from,
            @Parameter(
                            description =
                                    "Entries in the answer; a number outside the range counts as its nearest end.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "256"))
                    @QueryParam("limit")
                    @DefaultValue("100")
                    int limit) {
        long size = reader.checkpoint().size();
        List<EntryView> entries =
                reader.entries(from, limit).stream().map(EntryView::of).toList();
        long end = from + entries.size();
        OptionalLong next = !entries.isEmpty() && end < size ? OptionalLong.of(end) : OptionalLong.empty();
        RestResponse.ResponseBuilder<EntriesView> response =
                RestResponse.ResponseBuilder.ok(new EntriesView(size, entries, next));
        next.ifPresent(start -> response.header(
                HttpHeaders.LINK,
                "</api/v1/ledger/entries?from=" + start + "&limit=" + entries.size() + ">; rel=\"next\""));
        return response.build();
    }

    @GET
    @Path("entries/{index: \\d{1,18}}")
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "readEntry", summary = "One published entry")
    @APIResponse(responseCode = "200", description = "The entry with its place.")
    @APIResponse(responseCode = "404", description = "ledger_nothing_there")
    public EntryView entry(@Parameter(description = INDEX) @PathParam("index") long index) {
        return EntryView.of(reader.entry(index));
    }

    @GET
    @Path("entries/{index: \\d{1,18}}/proof")
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "proveEntry",
            summary = "Proof that an entry is in a published tree",
            description =
                    "As JSON (RFC 9162 section 2.1.3), or with Accept: text/plain as a C2SP tlog-proof file that can be "
                            + "checked without this service.")
    @APIResponse(
            responseCode = "200",
            description = "The proof.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = InclusionView.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "ledger_nothing_there, not_found")
    public InclusionView proof(
            @Parameter(description = INDEX) @PathParam("index") long index,
            @Parameter(description = TREE_SIZE) @QueryParam("tree_size") Optional<Long> treeSize) {
        Published checkpoint = checkpoint(treeSize);
        Entry entry = reader.entry(index);
        return new InclusionView(
                index,
                checkpoint.size(),
                new TreeHasher().leaf(entry.bytes()).base64(),
                checkpoint.root().base64(),
                reader.inclusion(index, checkpoint.size()).path().stream()
                        .map(Hash::base64)
                        .toList(),
                checkpoint.note());
    }

    @GET
    @Path("entries/{index: \\d{1,18}}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    @Operation(hidden = true) // described with its JSON form
    public Response proofFile(@PathParam("index") long index, @QueryParam("tree_size") Optional<Long> treeSize) {
        return Response.ok(reader.proofFile(index, checkpoint(treeSize).size()), PROOF_FILE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"entry-" + index + ".tlog-proof\"")
                .build();
    }

    @GET
    @Path("consistency")
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    @Operation(operationId = "proveConsistency", summary = "Proof that a published tree is a prefix of another")
    @APIResponse(responseCode = "200", description = "The proof (RFC 9162 section 2.1.4).")
    @APIResponse(responseCode = "404", description = "ledger_nothing_there, not_found")
    public ConsistencyView consistency(
            @Parameter(
                            description = "Size of the smaller tree.",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("from")
                    long from,
            @Parameter(description = "Size of the larger tree; the newest checkpoint's when left out.")
                    @QueryParam("to")
                    Optional<Long> to) {
        long second = to.orElseGet(() -> reader.checkpoint().size());
        return new ConsistencyView(
                from,
                second,
                reader.consistency(from, second).path().stream()
                        .map(Hash::base64)
                        .toList());
    }

    @POST
    @Path("exports")
    @Produces("application/zip")
    @Gated(action = Action.EXPORT_LEDGER, purpose = Purpose.SUPERVISION)
    @Operation(
            operationId = "exportLedger",
            summary = "The whole published log as a zip file",
            description = "The layout stands in docs/ledger-export.md; ./rettidig verify checks it offline.")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            headers = @Header(name = "Content-Disposition", ref = "Content-Disposition"),
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export() {
        Published checkpoint = reader.checkpoint();
        StreamingOutput zip = output -> export.write(checkpoint, output);
        return Response.ok(zip, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ledger-" + checkpoint.size() + ".zip\"")
                .build();
    }

    private Published checkpoint(Optional<Long> size) {
        return size.map(reader::checkpointOf).orElseGet(reader::checkpoint);
    }
}

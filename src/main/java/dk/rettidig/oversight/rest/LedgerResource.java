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

/** Entries, proofs and exports for the data protection officer, a court and authorised verifiers. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class LedgerResource {

    /** The media type of a proof file (C2SP tlog-proof). */
    private static final String PROOF_FILE = "text/plain; charset=utf-8";

    private final LedgerReader reader;
    private final LedgerExport export;

    LedgerResource(LedgerReader reader, LedgerExport export) {
        this.reader = reader;
        this.export = export;
    }

    /** An entry with its place. {@code entry} is its canonical JSON, byte for byte. */
    record EntryView(
            long index,
            @JsonProperty("leaf_hash") String leafHash,
            @JsonRawValue String entry) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.index(), new TreeHasher().leaf(entry.bytes()).hex(), entry.json());
        }
    }

    /** A part of the log. {@code next} is where to go on; absent at its end. */
    record EntriesView(@JsonProperty("tree_size") long treeSize, List<EntryView> entries, OptionalLong next) {}

    /** An inclusion proof (RFC 9162 section 2.1.3); hashes in base64, as C2SP writes them. */
    record InclusionView(
            long index,
            @JsonProperty("tree_size") long treeSize,
            @JsonProperty("leaf_hash") String leafHash,
            @JsonProperty("root_hash") String rootHash,
            List<String> path,
            String checkpoint) {}

    /** A consistency proof (RFC 9162 section 2.1.4); hashes in base64. */
    record ConsistencyView(long from, long to, List<String> path) {}

    @GET
    @Path("entries")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public Response entries(
            @QueryParam("from") @DefaultValue("0") long from, @QueryParam("limit") @DefaultValue("100") int limit) {
        long size = reader.checkpoint().size();
        List<EntryView> entries =
                reader.entries(from, limit).stream().map(EntryView::of).toList();
        long end = from + entries.size();
        OptionalLong next = !entries.isEmpty() && end < size ? OptionalLong.of(end) : OptionalLong.empty();
        Response.ResponseBuilder response = Response.ok(new EntriesView(size, entries, next));
        next.ifPresent(start -> response.header(
                HttpHeaders.LINK,
                "</api/v1/ledger/entries?from=" + start + "&limit=" + entries.size() + ">; rel=\"next\""));
        return response.build();
    }

    @GET
    @Path("entries/{index: \\d{1,18}}")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public EntryView entry(@PathParam("index") long index) {
        return EntryView.of(reader.entry(index));
    }

    @GET
    @Path("entries/{index: \\d{1,18}}/proof")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public InclusionView proof(@PathParam("index") long index, @QueryParam("tree_size") Optional<Long> treeSize) {
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
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public Response proofFile(@PathParam("index") long index, @QueryParam("tree_size") Optional<Long> treeSize) {
        return Response.ok(reader.proofFile(index, checkpoint(treeSize).size()), PROOF_FILE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"entry-" + index + ".tlog-proof\"")
                .build();
    }

    @GET
    @Path("consistency")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public ConsistencyView consistency(@QueryParam("from") long from, @QueryParam("to") Optional<Long> to) {
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

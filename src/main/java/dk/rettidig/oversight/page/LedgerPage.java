package dk.rettidig.oversight.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerExport;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.oversight.EntryQuery;
import dk.rettidig.oversight.LedgerSearch;
import dk.rettidig.oversight.LedgerSearch.Found;
import dk.rettidig.web.Language;
import dk.rettidig.web.ServedBy;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import dk.rettidig.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** The ledger for the data protection officer: what happened, and the proof that it stands in the log. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/ledger")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LedgerPage {

    private static final String PROOF_FILE = "text/plain; charset=utf-8";

    /** Entries on a page. */
    private static final int PAGE = 50;

    private final LedgerReader reader;
    private final LedgerSearch search;
    private final LedgerExport export;
    private final CurrentActor actor;
    private final Shells shells;

    LedgerPage(LedgerReader reader, LedgerSearch search, LedgerExport export, CurrentActor actor, Shells shells) {
        this.reader = reader;
        this.search = search;
        this.export = export;
        this.actor = actor;
        this.shells = shells;
    }

    /**
     * The newest entries that fit.
     *
     * @param wanted what to look for
     * @param below show entries below this index
     */
    @GET
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public Response list(@BeanParam SearchForm wanted, @QueryParam("below") Optional<Long> below) {
        Language language = shells.language();
        Published checkpoint = reader.checkpoint();
        Optional<EntryQuery> query = wanted.query();
        Found found = query.isPresent()
                ? search.find(actor.get(), query.get(), below.orElse(checkpoint.size()), PAGE)
                : new Found(List.of(), OptionalLong.empty(), 0);
        String older = found.older().isPresent() ? Long.toString(found.older().getAsLong()) : "";
        return shells.page(Templates.ledger(
                shells.shell(),
                found.entries().stream()
                        .map(entry -> EntryText.of(entry, language))
                        .toList(),
                CheckpointText.of(checkpoint, reader.verifierKey(), language),
                wanted,
                EntrySentence.families(wanted.type(), language),
                EntrySentence.actions(wanted.action(), language),
                query.isEmpty(),
                older));
    }

    /** What was found, as CSV with its own proof. */
    @POST
    @Path("findings")
    @Produces("text/csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Gated(action = Action.EXPORT_FINDINGS, purpose = Purpose.SUPERVISION)
    public Response findings(@BeanParam SearchForm wanted) {
        StreamingOutput csv = search.export(actor.get(), wanted.query().orElseThrow(SearchForm::malformed))::write;
        return Response.ok(csv, "text/csv")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-findings.csv\"")
                .build();
    }

    /** One entry, with its inclusion proof checked against the newest checkpoint. */
    @GET
    @Path("{index: \\d{1,18}}")
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public Response entry(@PathParam("index") long index) {
        Language language = shells.language();
        Published checkpoint = reader.checkpoint();
        Entry entry = reader.entry(index);
        return shells.page(Templates.entry(
                shells.shell(),
                EntryText.of(entry, language),
                checked(entry, checkpoint),
                CheckpointText.of(checkpoint, reader.verifierKey(), language)));
    }

    /** The proof as a file that can be checked without this service (C2SP tlog-proof). */
    @GET
    @Path("{index: \\d{1,18}}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @Gated(action = Action.READ_LEDGER, purpose = Purpose.SUPERVISION)
    public Response proof(@PathParam("index") long index) {
        return Response.ok(reader.proofFile(index, reader.checkpoint().size()), PROOF_FILE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"entry-" + index + ".tlog-proof\"")
                .build();
    }

    /** The whole ledger as a file that {@code ./rettidig verify} checks anywhere. */
    @POST
    @Path("export")
    @Produces("application/zip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
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

    /** Recomputes the root from the entry's own bytes; nothing is taken for granted because it is ours. */
    private Check checked(Entry entry, Published checkpoint) {
        String leaf = new TreeHasher().leaf(entry.bytes()).hex();
        try {
            var proof = reader.inclusion(entry.index(), checkpoint.size());
            proof.verify(new TreeHasher().leaf(entry.bytes()), checkpoint.root());
            return new Check(true, leaf, checkpoint.root().hex(), proof.path().size());
        } catch (ProofException refuted) {
            return new Check(false, leaf, checkpoint.root().hex(), 0);
        } catch (LedgerFault damaged) {
            if (damaged.errorCode() == LedgerErrorCode.DAMAGED) {
                return new Check(false, leaf, checkpoint.root().hex(), 0);
            }
            throw damaged;
        }
    }

    /** What the check of an inclusion proof found. */
    public record Check(boolean holds, String leaf, String root, int steps) {}

    /** The checkpoint as pages show it. */
    public record CheckpointText(String size, String at, String root, String note, String key) {

        static CheckpointText of(Published checkpoint, String key, Language language) {
            return new CheckpointText(
                    Words.count(checkpoint.size(), language),
                    Words.time(checkpoint.at(), language),
                    checkpoint.root().hex(),
                    checkpoint.note(),
                    key);
        }
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ledger(
                Shell shell,
                List<EntryText> entries,
                CheckpointText checkpoint,
                SearchForm wanted,
                List<EntrySentence.Choice> families,
                List<EntrySentence.Choice> actions,
                boolean malformed,
                String older);

        static native TemplateInstance entry(Shell shell, EntryText entry, Check check, CheckpointText checkpoint);
    }
}

package dk.rettidig.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import dk.rettidig.verifier.SeenCheckpoints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Compares the record with the effects, both ways, and has an outsider verify an export of it. */
final class RecordCheck {

    /** What is appended and what has happened, in one snapshot: an append is an entry without its counts. */
    private static final String EVENTS =
            "with append as (select (convert_from(body, 'UTF8') || '}')::jsonb -> 'body' as b"
                    + " from ledger_append), event as (select b ->> 'type' as type, b -> 'fields' as f from append) ";

    private static final String UNSEQUENCED =
            "select append_id from ledger_append a where not exists (select 1 from ledger_entry e where e.append_id ="
                    + " a.append_id and substr(e.bytes, 1, octet_length(a.body)) = a.body)";

    private static final String CONVERSIONS =
            " ('conversion.rotated', 'conversion.merged', 'conversion.moved_out'," + " 'conversion.source_paired')";

    /** Each must have no row. */
    private static final List<String> CONTRADICTIONS = List.of(
            "select 'row of no finished delivery', o.delivery from observation o where not exists (select 1 from delivery"
                    + " d where d.number = o.delivery and d.state = 'finished')",
            "select 'scope of no finished delivery', s.delivery from scope s where not exists (select 1 from delivery d"
                    + " where d.number = s.delivery and d.state = 'finished')",
            "select 'quarantine of no finished delivery', q.delivery from quarantined_row q where not exists (select 1"
                    + " from delivery d where d.id = q.delivery and d.state = 'finished')",
            count("delivery", "true", "feed.delivery_started", "delivery", ">= 1"),
            count("delivery", "state = 'finished'", "feed.delivery_finished", "delivery", "= 1"),
            count("delivery", "state <> 'finished'", "feed.delivery_finished", "delivery", "= 0"),
            count("delivery", "state = 'aborted'", "feed.delivery_aborted", "delivery", ">= 1"),
            stray("feed.delivery_started", "delivery", "delivery", "id::text"),
            stray("feed.delivery_finished", "delivery", "delivery", "id::text"),
            count("run", "true", "flag.run_started", "run", "= 1"),
            count("run", "state = 'finished'", "flag.run_finished", "run", "= 1"),
            count("run", "state <> 'finished'", "flag.run_finished", "run", "= 0"),
            count("run", "state = 'aborted'", "flag.run_aborted", "run", "= 1"),
            count("run", "state <> 'aborted'", "flag.run_aborted", "run", "= 0"),
            stray("flag.run_started", "run", "run", "id::text"),
            count("flag", "true", "flag.raised", "flag", "= 1"),
            stray("flag.raised", "flag", "flag", "id::text"),
            "select 'flag of an unfinished run', f.id from flag f join run r on r.id = f.run where r.state <> 'finished'",
            "select 'views and entries differ', x.flag from (select flag::text, count(*) from review_own_view group by 1"
                    + " except select f ->> 'flag', count(*) from event where type = 'review.view_sealed' group by 1) x",
            stray("review.view_sealed", "flag", "review_own_view", "flag::text"),
            "select 'outcomes and entries differ', x.flag from (select flag::text, count(*) from review_outcome group by"
                    + " 1 except select f ->> 'flag', count(*) from event where type = 'review.outcome_recorded' group by"
                    + " 1) x",
            stray("review.outcome_recorded", "flag", "review_outcome", "flag::text"),
            "select 'key without entry', kid from registry_key where not exists (select 1 from event where type ="
                    + " 'feed.key_proposed' and f ->> 'key' = kid) or state = 'approved' and not exists (select 1 from"
                    + " event where type = 'feed.key_approved' and f ->> 'key' = kid)",
            stray("feed.key_proposed", "key", "registry_key", "kid"),
            "select 'approval without effect', f ->> 'key' from event where type = 'feed.key_approved' and not exists"
                    + " (select 1 from registry_key where kid = f ->> 'key' and state <> 'proposed')",
            "select 'feed without entry', id from feed where not exists (select 1 from event where type ="
                    + " 'feed.feed_proposed' and f ->> 'feed' = id)",
            "select 'conversion and entry', id from pseudonym_conversion t where (select count(*) from event where type in"
                    + CONVERSIONS + " and f ->> 'conversion' = t.id::text) <> 1",
            "select 'conversion without effect', f ->> 'conversion' from event where type in" + CONVERSIONS
                    + " and not exists (select 1 from pseudonym_conversion where id::text = f ->> 'conversion')",
            "select 'gap', (select count(*) from ledger_entry) where (select count(*) from ledger_entry) <> (select"
                    + " max(leaf_index) + 1 from ledger_entry)",
            "select 'commitment of no append', append_id from ledger_commitment c where not exists (select 1 from"
                    + " ledger_append a where a.append_id = c.append_id)");

    private final Installation installation;
    private final Person officer;
    private final Path seen;

    RecordCheck(Installation installation, Person officer) {
        this.installation = installation;
        this.officer = officer;
        this.seen = installation.home().resolve("seen-checkpoints");
    }

    /** Rows of a table that have not the right number of entries. */
    private static String count(String table, String which, String type, String field, String number) {
        return "select '" + table + " and " + type + "', id from " + table + " t where " + which
                + " and not (select count(*) from event where type = '" + type + "' and f ->> '" + field
                + "' = t.id::text) " + number;
    }

    /** Entries about nothing. */
    private static String stray(String type, String field, String table, String column) {
        return "select '" + type + " without effect', f ->> '" + field + "' from event where type = '" + type
                + "' and not exists (select 1 from " + table + " where " + column + " = f ->> '" + field + "')";
    }

    /** All that is appended gets its place; then effects and entries fit each other, and an outsider finds no fault. */
    void fits() throws SQLException, IOException, InterruptedException {
        installation.awaitNoRow(UNSEQUENCED);
        for (String contradiction : CONTRADICTIONS) {
            assertThat(installation.rows(EVENTS + contradiction)).isEmpty();
        }
        verifies();
    }

    /** An export verifies, and what earlier exports showed is a prefix of it. */
    private void verifies() throws IOException, InterruptedException {
        Path zip = Files.createTempFile(installation.home(), "ledger", ".zip");
        assertThat(officer.download("/api/v1/ledger/exports", zip)).isEqualTo(200);
        Path export = unzip(zip);
        Trust trust = new Trust(List.of(logKey()), List.of(), Optional.of(new SeenCheckpoints(seen)));
        Report report = LedgerVerifier.verify(export, trust, true, (_, _) -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isPositive();
    }

    private VerifierKey logKey() {
        try {
            return VerifierKey.parse(officer.getText("/ledger/log-key").body().strip());
        } catch (dk.rettidig.checkpoint.CheckpointException damaged) {
            throw new AssertionError("the log key cannot be read", damaged);
        }
    }

    static Path unzip(Path zip) throws IOException {
        Path folder = zip.resolveSibling(zip.getFileName() + "-export");
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && target.startsWith(folder)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
        return folder;
    }
}

package dk.rettidig.oversight.erasure;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagEvent;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RunId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.ReviewEvent;
import dk.rettidig.testing.RealDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that the service can hold about invented children of municipality 999, and where a child is found. */
public final class ErasureRows {

    private static final String WHY = "'Set på skolen i dag, og barnet fortæller det samme.'";

    private ErasureRows() {}

    /** Everything about each child, nothing of it waiting for anybody; all in one letter, in one frame. */
    public static void fill(Pseudonym... children) throws SQLException {
        HaltRows.observed(children);
        HaltRows.formerly(children);
        HaltRows.change("insert into pseudonym_source values (999, 'erased', 'skole') on conflict do nothing");
        UUID link = UUID.randomUUID();
        UUID round = UUID.randomUUID();
        HaltRows.change(
                "insert into child_link (municipality, id, kind, reference, made_at)"
                        + " values (999, ?, 'letter', encode(sha256(?::text::bytea), 'hex'), '2024-01-30')",
                link,
                link.toString());
        HaltRows.change(
                "insert into supervision_round (municipality, id, drawn_from, frame_source, cases, sample, root, opens_at,"
                        + " committed_at, frame_append) values (999, ?, 'placements', 'service', 2, 2, sha256('r'), now(),"
                        + " now(), 1)",
                round);
        for (Pseudonym child : children) {
            ofScope(child);
            ofFlag(HaltRows.flag(child, "open"));
            ofFlag(HaltRows.flag(child, "concluded"));
            ofCases(child, link);
            ofRights(child, round);
        }
    }

    private static void ofScope(Pseudonym child) throws SQLException {
        HaltRows.change(
                "insert into conclusion (municipality, pseudonym, basis, day, known_at, need, retracted, delivery)"
                        + " values (999, ?, 'lb.demo.notified', '2026-01-30', '2026-01-30', true, false, 1)",
                (Object) child.bytes());
        HaltRows.change(
                "insert into source_pair (municipality, source, pseudonym, sealed, since)"
                        + " values (999, 'erased', ?, 'x', '2026-01-03')",
                (Object) child.bytes());
    }

    private static void ofFlag(FlagId flag) throws SQLException {
        HaltRows.viewed(flag);
        HaltRows.change("insert into review_opening values (999, ?, 'somebody', '2026-01-03')", flag.value());
        HaltRows.change(
                "insert into review_outcome (municipality, flag, reviewer, kind, justification, recorded_at)"
                        + " values (999, ?, 'somebody', 'no_reason', " + WHY + ", '2026-01-03')",
                flag.value());
        HaltRows.change("insert into flag_rescore values (999, ?, 'x')", flag.value());
        HaltRows.change(
                "insert into reidentification (municipality, id, flag, requested_by, requested_at, purpose,"
                        + " case_reference, justification, state) values (999, gen_random_uuid(), ?, 'somebody', '2026-01-03',"
                        + " 'child_support', 'S-2026-17', " + WHY + ", 'requested')",
                flag.value());
    }

    private static void ofCases(Pseudonym child, UUID link) throws SQLException {
        HaltRows.change(
                "with n as (insert into notification (municipality, id, pseudonym, age_band, notifier, anonymous, causes,"
                        + " marks, incident, received_at, registered_at, registered_by, responsible, done_at, version) values"
                        + " (999, gen_random_uuid(), ?, '3-6', 'N01', false, 'R03', '', gen_random_uuid(), '2024-01-30',"
                        + " '2024-01-30', 'somebody', 'somebody', '2024-02-10', 0) returning id)"
                        + " insert into notification_step (municipality, notification, number, kind, result, because,"
                        + " recorded_by, happened_at, recorded_at) select 999, id, 1, 'screened', 'none', " + WHY
                        + ", 'somebody', '2024-02-01', '2024-02-01' from n",
                (Object) child.bytes());
        HaltRows.change(
                "insert into child_link_member (municipality, link, pseudonym, linked_by, linked_at)"
                        + " values (999, ?, ?, 'somebody', '2024-01-30')",
                link,
                child.bytes());
        HaltRows.change(
                "with f as (insert into follow_up (municipality, id, pseudonym, reasons, notifications, responsible, state,"
                        + " opening, listed_at, latest_at, version) values (999, gen_random_uuid(), ?, 'grave', 1,"
                        + " 'somebody', 'closed', 1, '2024-01-30', '2024-01-30', 0) returning id)"
                        + " insert into follow_up_closing (municipality, follow_up, opening, code, because, closed_by,"
                        + " closed_at) select 999, id, 1, 'other', " + WHY + ", 'somebody', '2024-01-30' from f",
                (Object) child.bytes());
        HaltRows.change(
                "with sent as (insert into handover (id, sender, receiver, age_band, moved_on, known_on, grounds,"
                        + " materials, sent_at) values (gen_random_uuid(), 999, 101, '3-6', '2024-01-30', '2024-01-30',"
                        + " 'support_needed', 'summary', '2024-01-30') returning id) insert into handover_side"
                        + " (municipality, handover, side, other, pseudonym, responsible, announced_at, ended_at)"
                        + " select 999, id, 'sender', 101, ?, 'somebody', '2024-01-30', '2024-01-30' from sent",
                (Object) child.bytes());
        HaltRows.change(
                "with one as (insert into case_record (municipality, id, pseudonym, basis, checked_on) values (999,"
                        + " gen_random_uuid(), ?, 'lb.demo.case', '2024-01-30') returning id)"
                        + " insert into case_finding (municipality, case_record, rule, version, policy, state,"
                        + " first_seen, resolved_on, resolved_by) select 999, id, 'screening.decided', 1, 'x', 'open',"
                        + " '2024-01-29', '2024-01-30', 'done' from one",
                (Object) child.bytes());
    }

    private static void ofRights(Pseudonym child, UUID round) throws SQLException {
        HaltRows.change(
                "insert into extract (municipality, id, pseudonym, case_reference, prepared_by, prepared_at)"
                        + " values (999, gen_random_uuid(), ?, 'S-2026-17', 'desk', '2026-01-03')",
                (Object) child.bytes());
        HaltRows.change(
                "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                        + " registered_at, lifted_by, lifted_at) values (999, gen_random_uuid(), ?, sha256('h'), 'complaint',"
                        + " 'S-2026-17', 'desk', '2026-01-03', 'desk', '2026-01-04')",
                (Object) child.bytes());
        long number = 1 + HaltRows.count("select count(*) from supervision_case where round = ?", round);
        HaltRows.change(
                "insert into supervision_case (municipality, round, ticket, key, pseudonym, handler, number)"
                        + " values (999, ?, sha256(?), repeat('7', 64), ?, '', ?)",
                round,
                child.bytes(),
                child.bytes(),
                (int) number);
        HaltRows.change(
                "with r as (insert into supervision_review (municipality, round, number, reviewer, sealed_at)"
                        + " values (999, ?, ?, 'somebody', now()) returning round, number, reviewer)"
                        + " insert into supervision_answer (municipality, round, number, reviewer, rule, answer, remark)"
                        + " select 999, round, number, reviewer, 'screening.decided', 'no', " + WHY + " from r",
                round,
                (int) number);
    }

    /** Entries about a child and a flag of it, the latter with what somebody read; their appends. */
    public static List<AppendId> entries(Ledger ledger, Pseudonym child) {
        FlagId flag = new FlagId(UUID.randomUUID());
        Actor reader = new Actor.Caseworker(new ActorName("reader"), MunicipalityCode.SYNTHETIC);
        return List.of(
                ledger.appendCommitted(
                        new Actor.Scheduler(),
                        new FlagEvent.Raised(
                                new RunId(UUID.randomUUID()), MunicipalityCode.SYNTHETIC, flag, child, "0".repeat(64))),
                ledger.appendCommitted(reader, new ReviewEvent.FlagOpened(MunicipalityCode.SYNTHETIC, flag)));
    }

    /** How many rows say the child's pseudonym anywhere, by table, as superuser over all tables there are; none left out. */
    public static Map<String, Long> naming(Pseudonym child) throws SQLException {
        String hex = HexFormat.of().formatHex(child.bytes());
        Map<String, Long> found = new TreeMap<>();
        for (String table : names("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition")) {
            long rows = HaltRows.count(
                    "select count(*) from \"" + table + "\" t where t::text like ? or t::text like ?",
                    "%" + hex + "%",
                    "%" + child.text() + "%");
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    /** The first column of a query, as superuser. */
    public static List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}

package dk.rettidig.handover;

import dk.rettidig.testing.RealDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;

/** Handovers between municipality 999 and 101, written as superuser: the synthetic municipality can have none by its desk. */
public final class HandedOver {

    private HandedOver() {}

    /** One that was sent from here and waits. */
    public static String sent(String pseudonym) throws SQLException {
        return written(999, 101, pseudonym, "null");
    }

    /** One that came here a moment ago. */
    public static String received(String pseudonym) throws SQLException {
        return written(101, 999, pseudonym, "now() - interval '1 hour'");
    }

    /** It came to 101, and somebody there opened it and asked for more. */
    public static void moreAsked(String id) throws SQLException {
        change("update handover set delivered_at = sent_at + interval '1 hour' where id = '" + id + "'");
        change("insert into handover_act (handover, number, side, kind, code, because, materials, job, at) values ('"
                + id
                + "', 1, 'receiver', 'opened', '', null, '', 'caseworker', now()), ('" + id
                + "', 2, 'receiver', 'answered', 'asks_for_more', 'Vi mangler undersøgelsen for at komme videre.',"
                + " 'assessment', 'team_leader', now())");
    }

    /** The receiver answers what was supplemented. */
    public static void takenOver(String id) throws SQLException {
        change("insert into handover_act (handover, number, side, kind, code, because, materials, job, at) values ('"
                + id
                + "', 4, 'receiver', 'answered', 'taken_over', 'Vi har talt med familien og overtager sagen.', '',"
                + " 'team_leader', now())");
    }

    private static String written(int sender, int receiver, String pseudonym, String delivered) throws SQLException {
        String id = UUID.randomUUID().toString();
        boolean sends = sender == 999;
        change(
                "insert into handover (id, sender, receiver, age_band, moved_on, known_on, grounds, materials, remark, sent_at,"
                        + " delivered_at) values ('" + id + "', " + sender + ", " + receiver
                        + ", '3-6', current_date + 7,"
                        + " current_date - 2, 'measure_running,support_needed', 'plan,summary',"
                        + " 'Støttekontakten slutter ved månedens udgang og bør fortsætte.', now() - interval '1 day', "
                        + delivered + ")");
        String hex = HexFormat.of()
                .formatHex(dk.rettidig.pseudonym.Pseudonym.parse(pseudonym).bytes());
        change(
                "insert into handover_side (municipality, handover, side, other, pseudonym, responsible, announced_at, tell_at)"
                        + " values (999, '" + id + "', '" + (sends ? "sender" : "receiver") + "', 101, '\\x" + hex
                        + "', "
                        + (sends ? "'demo-raadgiver-1'" : "null") + ", now() - interval '1 day', now())");
        return id;
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

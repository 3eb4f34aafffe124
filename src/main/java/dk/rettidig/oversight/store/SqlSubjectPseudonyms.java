package dk.rettidig.oversight.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Halts, extracts, requests for erasure, and by what a child's entries are found, under other pseudonyms. Entries stay as they are. Look-ups are made here,
 * because the key is outside the database.
 */
@ApplicationScoped
class SqlSubjectPseudonyms implements PseudonymRows {

    /** Pairs that are looked up in one statement. */
    private static final int SLICE = 10_000;

    private static final String HALTS = """
        with changed as (
            update halt set pseudonym = p.present, lookup = p.present_lookup from subject_pair p
            where halt.municipality = ? and halt.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private static final String EXTRACTS = """
        with changed as (
            update extract set pseudonym = p.present from subject_pair p
            where extract.municipality = ? and extract.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    /** Those that wait name the child, and those that were decided have what stands for it. */
    private static final String REQUESTS = """
        with changed as (
            update erasure_request r set lookup = p.present_lookup,
                pseudonym = case when r.pseudonym is not null then p.present end
            from subject_pair p
            where r.municipality = ? and r.lookup = p.former_lookup
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private static final String SUBJECTS = """
        with changed as (
            update ledger_subject s set lookup = p.present_lookup from subject_pair p
            where s.lookup = p.former_lookup
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final DataSource database;
    private final Subjects subjects;

    SqlSubjectPseudonyms(DataSource database, Subjects subjects) {
        this.database = database;
        this.subjects = subjects;
    }

    @Override
    public void convert(String municipality) {
        MunicipalityCode code = new MunicipalityCode(municipality);
        try (Connection connection = database.getConnection()) {
            MunicipalSession.see(connection, code);
            stage(connection, municipality);
            try (PreparedStatement halts = connection.prepareStatement(HALTS);
                    PreparedStatement extracts = connection.prepareStatement(EXTRACTS);
                    PreparedStatement requests = connection.prepareStatement(REQUESTS);
                    PreparedStatement entries = connection.prepareStatement(SUBJECTS)) {
                halts.setShort(1, code.number());
                halts.executeUpdate();
                extracts.setShort(1, code.number());
                extracts.executeUpdate();
                requests.setShort(1, code.number());
                requests.executeUpdate();
                entries.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }

    private void stage(Connection connection, String municipality) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("create temporary table if not exists subject_pair (former bytea, present bytea, "
                    + "former_lookup bytea, present_lookup bytea) on commit drop");
            create.execute("truncate subject_pair");
        }
        List<byte[]> former = new ArrayList<>();
        List<byte[]> present = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select former, present from conversion_pair");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                former.add(rows.getBytes(1));
                present.add(rows.getBytes(2));
            }
        }
        for (int from = 0; from < former.size(); from += SLICE) {
            int to = Math.min(former.size(), from + SLICE);
            add(connection, municipality, former.subList(from, to), present.subList(from, to));
        }
    }

    private void add(Connection connection, String municipality, List<byte[]> former, List<byte[]> present)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into subject_pair " + "select * from unnest(?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])")) {
            insert.setArray(1, array(connection, former));
            insert.setArray(2, array(connection, present));
            insert.setArray(3, array(connection, lookups(municipality, former)));
            insert.setArray(4, array(connection, lookups(municipality, present)));
            insert.executeUpdate();
        }
    }

    private List<byte[]> lookups(String municipality, List<byte[]> pseudonyms) {
        return pseudonyms.stream()
                .map(each -> subjects.lookup(municipality, each))
                .toList();
    }

    private static java.sql.Array array(Connection connection, List<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }
}

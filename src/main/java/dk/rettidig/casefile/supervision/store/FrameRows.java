package dk.rettidig.casefile.supervision.store;

import dk.rettidig.casefile.supervision.CaseReference;
import dk.rettidig.casefile.supervision.FrameCase;
import dk.rettidig.casefile.supervision.Round;
import dk.rettidig.casefile.supervision.Rounds.DrawnCase;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The cases of a frame as rows. */
final class FrameRows {

    private static final int BATCH = 1_000;

    private FrameRows() {}

    static void insert(Connection connection, Round round, List<FrameCase> cases) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into supervision_case (municipality, round,"
                + " ticket, key, reference, pseudonym, handler) values (?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (FrameCase one : cases) {
                SupervisionDatabase.bind(
                        insert,
                        round.municipality().number(),
                        round.id(),
                        one.ticket().bytes(),
                        one.key(),
                        one.reference().child().isPresent()
                                ? Optional.empty()
                                : Optional.of(one.reference().value()),
                        one.reference().child().map(Pseudonym::bytes),
                        one.handler());
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static int number(Connection connection, Round round, List<Hash> inOrder) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update supervision_case set number = ? where municipality = ? and round = ? and ticket = ?")) {
            for (int i = 0; i < inOrder.size(); i++) {
                SupervisionDatabase.bind(
                        update,
                        i + 1,
                        round.municipality().number(),
                        round.id(),
                        inOrder.get(i).bytes());
                update.addBatch();
            }
            return update.executeBatch().length;
        }
    }

    private static CaseReference reference(ResultSet row) throws SQLException {
        byte[] child = row.getBytes("pseudonym");
        return child == null ? new CaseReference(row.getString("reference")) : CaseReference.of(Pseudonym.of(child));
    }

    static DrawnCase drawnCase(ResultSet row) throws SQLException {
        return new DrawnCase(
                row.getInt("number"),
                new FrameCase(
                        Hash.of(row.getBytes("ticket")),
                        row.getString("key"),
                        reference(row),
                        row.getString("handler")));
    }
}

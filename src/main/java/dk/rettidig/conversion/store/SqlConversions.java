package dk.rettidig.conversion.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.Conversion;
import dk.rettidig.conversion.ConversionErrorCode;
import dk.rettidig.conversion.ConversionFault;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.ConversionNote;
import dk.rettidig.conversion.Conversions;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.PseudonymDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Conversions in SQL, on the connection of the caller's transaction. */
@ApplicationScoped
class SqlConversions implements Conversions {

    /** Pairs a statement. */
    private static final int CHUNK = 10_000;

    private final DataSource database;
    private final FormerRows former;

    SqlConversions(DataSource database, FormerRows former) {
        this.database = database;
        this.former = former;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static <T> T on(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new ConversionFault(ConversionErrorCode.STORE_UNAVAILABLE, failure);
        }
    }

    @Override
    public Optional<Conversion> find(MunicipalityCode municipality, NoteId id) {
        return on(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select * from pseudonym_conversion where municipality = ? and jti = ?")) {
                select.setShort(1, municipality.number());
                select.setString(2, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(conversion(row)) : Optional.empty();
                }
            }
        });
    }

    private static Conversion conversion(ResultSet row) throws SQLException {
        ConversionNote note = new ConversionNote(
                RegistryId.VAULT,
                new NoteId(row.getString("jti")),
                MunicipalityCode.of(row.getShort("municipality")),
                ConversionKind.parse(row.getString("kind")).orElseThrow(),
                PseudonymDomain.parse(row.getString("from_domain")),
                PseudonymDomain.parse(row.getString("to_domain")),
                row.getInt("pairs"),
                Digest.of(row.getBytes("sha256")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
        String checkpoint = row.getString("checkpoint");
        return new Conversion(
                row.getObject("id", UUID.class),
                note,
                new AppendId(row.getLong("append_id")),
                checkpoint == null
                        ? Optional.empty()
                        : Optional.of(
                                new Ledger.Covered(row.getLong("leaf_index"), row.getLong("tree_size"), checkpoint)),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void stage(List<PseudonymPair> pairs) {
        on(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create temp table conversion_pair (former bytea primary key, present bytea not null,"
                        + " known boolean not null default false) on commit drop");
                for (int from = 0; from < pairs.size(); from += CHUNK) {
                    insert(connection, pairs.subList(from, Math.min(pairs.size(), from + CHUNK)));
                }
                return statement.execute("analyze conversion_pair");
            }
        });
    }

    private static void insert(Connection connection, List<PseudonymPair> pairs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into conversion_pair (former, present) select * from unnest(?::bytea[], ?::bytea[])")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea",
                            pairs.stream().map(pair -> pair.from().bytes()).toArray(byte[][]::new)));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            pairs.stream().map(pair -> pair.to().bytes()).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    @Override
    public void keepFormer(Conversion conversion) {
        on(database, connection -> {
            former.keep(connection, conversion);
            return conversion;
        });
    }

    @Override
    public void add(Conversion conversion) {
        on(database, connection -> {
            ConversionNote note = conversion.note();
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into pseudonym_conversion (id, municipality, jti, kind, from_domain, to_domain, pairs, sha256,"
                            + " issued_at, accepted_at, append_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, conversion.id());
                insert.setShort(2, note.municipality().number());
                insert.setString(3, note.id().value());
                insert.setString(4, note.kind().id());
                insert.setString(5, note.from().text());
                insert.setString(6, note.to().text());
                insert.setInt(7, note.pairs());
                insert.setBytes(8, note.sha256().bytes());
                insert.setObject(9, note.issuedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(10, conversion.acceptedAt().atOffset(ZoneOffset.UTC));
                insert.setLong(11, conversion.entry().value());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Ledger.Covered cover(Conversion conversion, Ledger.Covered covered) {
        on(database, connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update pseudonym_conversion set leaf_index = ?,"
                            + " tree_size = ?, checkpoint = ? where id = ? and checkpoint is null")) {
                update.setLong(1, covered.leafIndex());
                update.setLong(2, covered.treeSize());
                update.setString(3, covered.checkpoint());
                update.setObject(4, conversion.id());
                return update.executeUpdate();
            }
        });
        return find(conversion.note().municipality(), conversion.note().id())
                .flatMap(Conversion::covered)
                .orElse(covered);
    }

    @Override
    public List<MunicipalityCode> withFormer() {
        return on(database, former::municipalities);
    }

    @Override
    public int eraseFormer(MunicipalityCode municipality, java.time.Instant before) {
        return on(database, connection -> former.erase(connection, municipality, before));
    }
}

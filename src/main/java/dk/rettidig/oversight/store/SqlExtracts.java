package dk.rettidig.oversight.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.oversight.extract.Extract;
import dk.rettidig.oversight.extract.Extracts;
import dk.rettidig.oversight.extract.Passage;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import dk.rettidig.text.JournalNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Extracts in SQL: a draft comes in one piece, and what is said in it is sealed row by row. */
@ApplicationScoped
class SqlExtracts implements Extracts {

    private static final String COLUMNS =
            "select id, municipality, case_reference, prepared_by, prepared_at, released_by,"
                    + " released_at, json_sha256, html_sha256 from extract where municipality = ?";

    private static final String ERASE = "delete from extract where municipality = ?"
            + " and coalesce(released_at, prepared_at) <= ?"
            + Halting.unlessHalted("extract.pseudonym");

    private final OversightDatabase database;
    private final ExtractItemRows items;

    SqlExtracts(OversightDatabase database, ExtractItemRows items) {
        this.database = database;
        this.items = items;
    }

    @Override
    public void add(Extract extract, Pseudonym child, List<Passage> passages) {
        database.of(extract.municipality(), connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into extract (municipality, id, pseudonym,"
                            + " case_reference, prepared_by, prepared_at) values (?, ?, ?, ?, ?, ?)")) {
                insert.setShort(1, extract.municipality().number());
                insert.setObject(2, extract.id());
                insert.setBytes(3, child.bytes());
                insert.setString(4, extract.caseReference().value());
                insert.setString(5, extract.preparedBy().value());
                insert.setObject(6, extract.preparedAt().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            items.insert(connection, extract, passages);
            return extract;
        });
    }

    @Override
    public Optional<Extract.Draft> lock(MunicipalityCode municipality, UUID id) {
        return draft(municipality, id, " and id = ? for update");
    }

    @Override
    public Optional<Extract.Draft> find(MunicipalityCode municipality, UUID id) {
        return draft(municipality, id, " and id = ?");
    }

    private Optional<Extract.Draft> draft(MunicipalityCode municipality, UUID id, String condition) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + condition)) {
                select.setShort(1, municipality.number());
                select.setObject(2, id);
                List<Extract> found = read(select);
                return found.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Extract.Draft(found.getFirst(), items.read(connection, found.getFirst())));
            }
        });
    }

    @Override
    public Pseudonym child(Extract extract) {
        return database.of(extract.municipality(), connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select pseudonym from extract where municipality = ? and id = ?")) {
                select.setShort(1, extract.municipality().number());
                select.setObject(2, extract.id());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Pseudonym.of(row.getBytes(1));
                }
            }
        });
    }

    @Override
    public void decide(Extract extract, Map<Integer, Extract.Decision> decisions) {
        database.of(extract.municipality(), connection -> items.decide(connection, extract, decisions));
    }

    @Override
    public void release(Extract extract, Extract.Release release, Document document) {
        database.of(extract.municipality(), connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update extract set released_by = ?, released_at = ?,"
                            + " json = ?, html = ?, json_sha256 = ?, html_sha256 = ? where municipality = ? and id = ?")) {
                update.setString(1, release.by().value());
                update.setObject(2, release.at().atOffset(ZoneOffset.UTC));
                update.setBytes(3, items.seal(document.json(), extract.id(), "json"));
                update.setBytes(4, items.seal(document.html(), extract.id(), "html"));
                update.setString(5, release.jsonSha256());
                update.setString(6, release.htmlSha256());
                update.setShort(7, extract.municipality().number());
                update.setObject(8, extract.id());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Document> document(MunicipalityCode municipality, UUID id) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select json, html from extract where municipality = ? and id = ? and released_at is not null")) {
                select.setShort(1, municipality.number());
                select.setObject(2, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Document(
                                    items.open(row.getBytes(1), id, "json"), items.open(row.getBytes(2), id, "html")))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<Extract> list(MunicipalityCode municipality) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + " order by prepared_at desc, id")) {
                select.setShort(1, municipality.number());
                return read(select);
            }
        });
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return database.joining(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select code from extracting() e(code)");
                    ResultSet rows = select.executeQuery()) {
                List<MunicipalityCode> codes = new ArrayList<>();
                while (rows.next()) {
                    codes.add(MunicipalityCode.of(rows.getShort(1)));
                }
                return codes;
            }
        });
    }

    @Override
    public int eraseBefore(MunicipalityCode municipality, Instant before) {
        return database.of(municipality, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
                delete.setShort(1, municipality.number());
                delete.setObject(2, before.atOffset(ZoneOffset.UTC));
                delete.setShort(3, municipality.number());
                return delete.executeUpdate();
            }
        });
    }

    private static List<Extract> read(PreparedStatement select) throws SQLException {
        List<Extract> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Extract(
                        row.getObject("id", UUID.class),
                        MunicipalityCode.of(row.getShort("municipality")),
                        new JournalNumber(row.getString("case_reference")),
                        new ActorName(row.getString("prepared_by")),
                        OversightDatabase.moment(row, "prepared_at"),
                        release(row)));
            }
        }
        return found;
    }

    private static Optional<Extract.Release> release(ResultSet row) throws SQLException {
        return row.getString("released_by") == null
                ? Optional.empty()
                : Optional.of(new Extract.Release(
                        new ActorName(row.getString("released_by")),
                        OversightDatabase.moment(row, "released_at"),
                        row.getString("json_sha256"),
                        row.getString("html_sha256")));
    }
}

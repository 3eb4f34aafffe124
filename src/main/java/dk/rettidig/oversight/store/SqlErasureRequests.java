package dk.rettidig.oversight.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.oversight.erasure.ErasureGround;
import dk.rettidig.oversight.erasure.ErasureRefusal;
import dk.rettidig.oversight.erasure.ErasureRequest;
import dk.rettidig.oversight.erasure.ErasureRequest.Decision;
import dk.rettidig.oversight.erasure.ErasureRequests;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests for erasure in SQL. */
@Singleton
class SqlErasureRequests implements ErasureRequests {

    private static final String COLUMNS =
            "select id, municipality, ground, case_reference, because, requested_by, requested_at,"
                    + " decided_by, decided_at, refusal, decided_why from erasure_request where municipality = ?";

    private static final String INSERT = """
        insert into erasure_request (municipality, id, pseudonym, lookup, ground, case_reference, because, requested_by,
            requested_at, state)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested'
        where not exists (select 1 from erasure_request
            where municipality = ? and lookup = ? and state = 'requested')
        """;

    private static final String DECIDE = "update erasure_request set pseudonym = null, state = ?, decided_by = ?,"
            + " decided_at = ?, refusal = ?, decided_why = ? where municipality = ? and id = ?";

    private static final String ERASE = "delete from erasure_request where municipality = ? and decided_at <= ?"
            + Halting.unlessLookupHalted("erasure_request.lookup");

    private final OversightDatabase database;
    private final Subjects subjects;

    SqlErasureRequests(OversightDatabase database, Subjects subjects) {
        this.database = database;
        this.subjects = subjects;
    }

    @Override
    public boolean add(ErasureRequest request, Pseudonym child) {
        MunicipalityCode municipality = request.municipality();
        byte[] lookup = subjects.lookup(municipality.value(), child.bytes());
        return database.of(municipality, connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        insert.setShort(1, municipality.number());
                        insert.setObject(2, request.id());
                        insert.setBytes(3, child.bytes());
                        insert.setBytes(4, lookup);
                        insert.setString(5, request.ground().id());
                        insert.setString(6, request.caseReference().value());
                        insert.setString(7, request.because().text());
                        insert.setString(8, request.requestedBy().value());
                        insert.setObject(9, request.requestedAt().atOffset(ZoneOffset.UTC));
                        insert.setShort(10, municipality.number());
                        insert.setBytes(11, lookup);
                        return insert.executeUpdate();
                    }
                })
                == 1;
    }

    @Override
    public Optional<ErasureRequest> find(MunicipalityCode municipality, UUID id) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + " and id = ?")) {
                select.setShort(1, municipality.number());
                select.setObject(2, id);
                return read(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<ErasureRequest> list(MunicipalityCode municipality) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    COLUMNS + " order by case when state = 'requested' then 0 else 1 end, requested_at desc, id")) {
                select.setShort(1, municipality.number());
                return read(select);
            }
        });
    }

    private static List<ErasureRequest> read(PreparedStatement select) throws SQLException {
        List<ErasureRequest> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(request(row));
            }
        }
        return found;
    }

    private static ErasureRequest request(ResultSet row) throws SQLException {
        return new ErasureRequest(
                row.getObject("id", UUID.class),
                MunicipalityCode.of(row.getShort("municipality")),
                ErasureGround.parse(row.getString("ground")).orElseThrow(),
                new JournalNumber(row.getString("case_reference")),
                new Justification(row.getString("because")),
                new ActorName(row.getString("requested_by")),
                OversightDatabase.moment(row, "requested_at"),
                row.getString("decided_by") == null ? Optional.empty() : Optional.of(decision(row)));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                new ActorName(row.getString("decided_by")),
                OversightDatabase.moment(row, "decided_at"),
                Optional.ofNullable(row.getString("refusal")).flatMap(ErasureRefusal::parse),
                new Justification(row.getString("decided_why")));
    }

    @Override
    public Optional<Pseudonym> lockWaiting(MunicipalityCode municipality, UUID id) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement("select pseudonym from erasure_request"
                    + " where municipality = ? and id = ? and state = 'requested' for update")) {
                select.setShort(1, municipality.number());
                select.setObject(2, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Pseudonym.of(row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void decide(ErasureRequest request, Decision decision) {
        database.of(request.municipality(), connection -> {
            try (PreparedStatement update = connection.prepareStatement(DECIDE)) {
                update.setString(1, decision.refusal().isPresent() ? "refused" : "done");
                update.setString(2, decision.by().value());
                update.setObject(3, decision.at().atOffset(ZoneOffset.UTC));
                update.setString(4, decision.refusal().map(ErasureRefusal::id).orElse(null));
                update.setString(5, decision.because().text());
                update.setShort(6, request.municipality().number());
                update.setObject(7, request.id());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public boolean isHalted(MunicipalityCode municipality, Pseudonym child) {
        return database.of(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement("select " + Halting.isHalted("?", "?"))) {
                select.setShort(1, municipality.number());
                select.setBytes(2, child.bytes());
                try (ResultSet row = select.executeQuery()) {
                    return !row.next() || row.getBoolean(1);
                }
            }
        });
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return database.joining(SqlErasureRequests::erasing);
    }

    private static List<MunicipalityCode> erasing(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select code from erasing() e(code)");
                ResultSet row = select.executeQuery()) {
            List<MunicipalityCode> codes = new ArrayList<>();
            while (row.next()) {
                codes.add(MunicipalityCode.of(row.getShort(1)));
            }
            return codes;
        }
    }

    @Override
    public int eraseDecided(MunicipalityCode municipality, Instant before) {
        return database.of(municipality, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
                delete.setShort(1, municipality.number());
                delete.setObject(2, before.atOffset(ZoneOffset.UTC));
                delete.setShort(3, municipality.number());
                return delete.executeUpdate();
            }
        });
    }
}

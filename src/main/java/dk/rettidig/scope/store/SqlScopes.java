package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scope.ScopeSet;
import dk.rettidig.scope.Scopes;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Scope from the table that its feed fills: the latest known version of each interval counts. */
@ApplicationScoped
class SqlScopes implements Scopes {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** Rows fetched at a time; 1.16 million pseudonyms must not stand in the driver's memory at once. */
    private static final int FETCH_ROWS = 10_000;

    private static final String IN_SCOPE = """
        select pseudonym from (
            select distinct on (pseudonym, from_day) pseudonym, from_day, to_day, retracted
            from scope
            where municipality = ? and basis = ? and known_at <= ?
            order by pseudonym, from_day, known_at desc) latest
        where not retracted and from_day <= ? and to_day >= ?
        """;

    private static final String ENDED_AFTER = """
        select pseudonym from (
            select distinct on (pseudonym, from_day) pseudonym, to_day, retracted
            from scope
            where municipality = ? and basis = ?
            order by pseudonym, from_day, known_at desc) latest
        where not retracted and (to_day + 1)::timestamp at time zone 'Europe/Copenhagen' > ?
        """;

    private static final String OF_SOURCE = "select p.sealed, s.pseudonym from (" + IN_SCOPE + ") s"
            + " join source_pair p on p.municipality = ? and p.source = ? and p.pseudonym = s.pseudonym";

    private final DataSource database;

    private final SourceSeal seal;

    SqlScopes(DataSource database, SourceSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    @Override
    public ScopeSet at(MunicipalityCode municipality, BasisId basis, ScopeKind kind, Instant at) {
        return switch (kind) {
            case POPULATION -> ScopeSet.everybody();
            case NONE -> ScopeSet.empty();
            case NOTIFIED, OPEN_CASE -> QuarkusTransaction.requiringNew().call(() -> read(municipality, basis, at));
        };
    }

    @Override
    public ScopeSet at(MunicipalityCode municipality, BasisId basis, ScopeKind kind, Instant at, String source) {
        return switch (kind) {
            // Nobody has pairs of everybody.
            case POPULATION, NONE -> ScopeSet.empty();
            case NOTIFIED, OPEN_CASE ->
                QuarkusTransaction.requiringNew().call(() -> read(municipality, basis, at, source));
        };
    }

    @Override
    public ScopeSet endedAfter(MunicipalityCode municipality, BasisId basis, Instant moment) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ScopeSet found = ScopeSet.empty();
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(ENDED_AFTER)) {
                MunicipalSession.see(connection, municipality);
                select.setShort(1, municipality.number());
                select.setString(2, basis.value());
                select.setObject(3, moment.atOffset(ZoneOffset.UTC));
                select.setFetchSize(FETCH_ROWS);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getBytes(1), 0);
                    }
                }
            }
            return found;
        });
    }

    private ScopeSet read(MunicipalityCode municipality, BasisId basis, Instant at) throws SQLException {
        ScopeSet found = ScopeSet.empty();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(IN_SCOPE)) {
            bind(select, municipality, basis, at);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getBytes(1), 0);
                }
            }
        }
        return found;
    }

    private ScopeSet read(MunicipalityCode municipality, BasisId basis, Instant at, String source) throws SQLException {
        ScopeSet found = ScopeSet.ofSource();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_SOURCE)) {
            bind(select, municipality, basis, at);
            select.setShort(6, municipality.number());
            select.setString(7, source);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(seal.open(municipality, source, rows.getBytes(1)), rows.getBytes(2));
                }
            }
        }
        return found;
    }

    private static void bind(PreparedStatement select, MunicipalityCode municipality, BasisId basis, Instant at)
            throws SQLException {
        MunicipalSession.see(select.getConnection(), municipality);
        select.setShort(1, municipality.number());
        select.setString(2, basis.value());
        select.setObject(3, at.atOffset(ZoneOffset.UTC));
        select.setObject(4, at.atZone(DENMARK).toLocalDate());
        select.setObject(5, at.atZone(DENMARK).toLocalDate());
        select.setFetchSize(FETCH_ROWS);
    }
}

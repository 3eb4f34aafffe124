package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scope.NotifiedScope;
import dk.rettidig.store.GatheredRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Scope of notifications that people registered: rows of the table that feeds fill as well, with no delivery. */
@ApplicationScoped
class SqlNotifiedScope implements NotifiedScope {

    /** Nothing is known earlier than what is on file: of two versions at one moment the table can hold only one. */
    private static final String VERSION = """
        insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, delivery)
        select ?, ?, ?, ?, ?, greatest(?, max(known_at) + interval '1 microsecond'), ?, 0
        from scope where municipality = ? and pseudonym = ? and basis = ? and from_day = ?
        """;

    /** It points to nothing. */
    private static final int PLACE = 1;

    private final GatheredRows gathered;

    SqlNotifiedScope(GatheredRows gathered) {
        this.gathered = gathered;
    }

    @Override
    public void begin(
            MunicipalityCode municipality,
            BasisId basis,
            Pseudonym child,
            LocalDate from,
            LocalDate to,
            Instant knownAt) {
        put(municipality, basis, child, from, to, knownAt, false);
    }

    @Override
    public void end(MunicipalityCode municipality, BasisId basis, Pseudonym child, LocalDate from, Instant knownAt) {
        put(municipality, basis, child, from, from, knownAt, true);
    }

    private void put(
            MunicipalityCode municipality,
            BasisId basis,
            Pseudonym child,
            LocalDate from,
            LocalDate to,
            Instant knownAt,
            boolean retracted) {
        gathered.put(
                municipality,
                PLACE,
                VERSION,
                row -> bind(row, municipality, basis, child, from, to, knownAt, retracted));
    }

    private static void bind(
            PreparedStatement insert,
            MunicipalityCode municipality,
            BasisId basis,
            Pseudonym child,
            LocalDate from,
            LocalDate to,
            Instant knownAt,
            boolean retracted)
            throws SQLException {
        insert.setShort(1, municipality.number());
        insert.setBytes(2, child.bytes());
        insert.setString(3, basis.value());
        insert.setObject(4, from);
        insert.setObject(5, to);
        insert.setObject(6, knownAt.atOffset(ZoneOffset.UTC));
        insert.setBoolean(7, retracted);
        insert.setShort(8, municipality.number());
        insert.setBytes(9, child.bytes());
        insert.setString(10, basis.value());
        insert.setObject(11, from);
    }
}

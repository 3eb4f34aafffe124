package dk.rettidig.conversion.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.Conversion;
import dk.rettidig.conversion.ConversionErrorCode;
import dk.rettidig.conversion.ConversionFault;
import dk.rettidig.conversion.FormerPseudonyms;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Former pseudonyms, sealed each for its conversion: the database alone links no two names of a child. */
@ApplicationScoped
class FormerRows implements FormerPseudonyms {

    private final DataSource database;
    private final ErasureBox box;

    FormerRows(DataSource database, ErasureBox box) {
        this.database = database;
        this.box = box;
    }

    private static String context(UUID conversion) {
        return "former_pseudonym " + conversion;
    }

    void keep(Connection connection, Conversion conversion) throws SQLException {
        MunicipalityCode municipality = conversion.note().municipality();
        MunicipalSession.see(connection, municipality);
        try (PreparedStatement follow =
                connection.prepareStatement("update former_pseudonym f set pseudonym = p.present"
                        + " from conversion_pair p where f.municipality = ? and f.pseudonym = p.former and p.known")) {
            follow.setShort(1, municipality.number());
            follow.executeUpdate();
        }
        try (PreparedStatement known =
                        connection.prepareStatement("select former, present from conversion_pair where known");
                PreparedStatement insert = connection.prepareStatement("insert into former_pseudonym (municipality,"
                        + " pseudonym, conversion, domain, sealed, until) values (?, ?, ?, ?, ?, ?)");
                ResultSet row = known.executeQuery()) {
            while (row.next()) {
                insert.setShort(1, municipality.number());
                insert.setBytes(2, row.getBytes("present"));
                insert.setObject(3, conversion.id());
                insert.setString(4, conversion.note().from().text());
                insert.setBytes(5, box.seal(row.getBytes("former"), context(conversion.id())));
                insert.setObject(6, conversion.acceptedAt().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<MunicipalityCode> municipalities(Connection connection) throws SQLException {
        List<MunicipalityCode> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select distinct municipality from pseudonym_conversion where kind in ('rotation', 'merge') order by 1");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(MunicipalityCode.of(row.getShort(1)));
            }
        }
        return found;
    }

    int erase(Connection connection, MunicipalityCode municipality, Instant before) throws SQLException {
        MunicipalSession.see(connection, municipality);
        try (PreparedStatement delete =
                connection.prepareStatement("delete from former_pseudonym f where municipality = ? and until <= ?"
                        + Halting.unlessHalted("f.pseudonym"))) {
            delete.setShort(1, municipality.number());
            delete.setObject(2, before.atOffset(ZoneOffset.UTC));
            delete.setShort(3, municipality.number());
            return delete.executeUpdate();
        }
    }

    @Override
    public List<Former> of(MunicipalityCode municipality, Pseudonym present) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> SqlConversions.on(database, connection -> {
                    MunicipalSession.see(connection, municipality);
                    return read(connection, municipality, present);
                }));
    }

    private List<Former> read(Connection connection, MunicipalityCode municipality, Pseudonym present)
            throws SQLException {
        List<Former> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select conversion, domain, sealed, until"
                + " from former_pseudonym where municipality = ? and pseudonym = ? order by until desc, id desc")) {
            select.setShort(1, municipality.number());
            select.setBytes(2, present.bytes());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] bytes = box.open(row.getBytes("sealed"), context(row.getObject("conversion", UUID.class)));
                    found.add(new Former(
                            PseudonymDomain.parse(row.getString("domain")),
                            Pseudonym.of(bytes),
                            row.getObject("until", OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SealException damaged) {
            throw new ConversionFault(ConversionErrorCode.STORE_UNAVAILABLE, damaged);
        }
    }
}

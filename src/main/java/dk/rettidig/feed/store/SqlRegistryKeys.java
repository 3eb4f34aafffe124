package dk.rettidig.feed.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
class SqlRegistryKeys implements RegistryKeys {

    private final DataSource database;

    SqlRegistryKeys(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<RegistryKey> find(KeyId id) {
        return Sql.one(database, SqlRegistryKeys::map, "select * from registry_key where kid = ?", id.value());
    }

    @Override
    public List<RegistryKey> of(MunicipalityCode municipality, RegistryId registry) {
        return Sql.all(
                database,
                SqlRegistryKeys::map,
                "select * from registry_key where municipality = ? and registry = ? order by proposed_at, kid",
                municipality.number(),
                registry.value());
    }

    @Override
    public boolean propose(RegistryKey key) {
        return Sql.change(
                        database,
                        "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                                + " proposed_at) values (?, ?, ?, ?, 'proposed', ?, ?) on conflict do nothing",
                        key.id().value(),
                        key.municipality().number(),
                        key.registry().value(),
                        key.key().encoded(),
                        key.proposedBy().value(),
                        key.proposedAt())
                == 1;
    }

    @Override
    public boolean approve(KeyId id, ActorName by, Instant at) {
        return Sql.change(
                        database,
                        "update registry_key set state = 'approved', approved_by = ?, approved_at = ?"
                                + " where kid = ? and state = 'proposed' and proposed_by <> ?",
                        by.value(),
                        at,
                        id.value(),
                        by.value())
                == 1;
    }

    @Override
    public boolean withdraw(KeyId id, ActorName by, Instant at) {
        return Sql.change(
                        database,
                        "update registry_key set state = 'withdrawn', withdrawn_by = ?, withdrawn_at = ?"
                                + " where kid = ? and state <> 'withdrawn'",
                        by.value(),
                        at,
                        id.value())
                == 1;
    }

    private static RegistryKey map(ResultSet row) throws SQLException {
        try {
            return new RegistryKey(
                    VerifyingKey.of(row.getBytes("public_key")),
                    MunicipalityCode.of(row.getInt("municipality")),
                    new RegistryId(row.getString("registry")),
                    RegistryKey.State.of(row.getString("state")),
                    new ActorName(row.getString("proposed_by")),
                    Sql.instant(row, "proposed_at"),
                    Optional.ofNullable(row.getString("approved_by")).map(ActorName::new),
                    Optional.ofNullable(row.getString("withdrawn_by")).map(ActorName::new));
        } catch (SealException damaged) {
            throw new SQLException("a registered key is not a key any more", damaged);
        }
    }
}

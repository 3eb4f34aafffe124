package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.law.Freezable;
import dk.rettidig.law.NamedChild;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Runs that have their salt and leaves still and had the child in them, or may have had it under a former name. */
@Singleton
class FrozenRuns implements Freezable {

    private static final String SALTS = "select run.id, run_salt.sealed from run join run_salt on run_salt.run = run.id"
            + " where run.municipality = ? and " + Halting.isHalted("?", "run.municipality");

    /** A leaf stands in the one chunk in which it can. */
    private static final String KEPT = """
        select count(*) from run where run.municipality = ? and run.id = any (?) and (
            exists (select 1 from former_pseudonym f
                where f.municipality = run.municipality and f.pseudonym = ? and f.until >= run.started_at)
            or exists (select 1 from unnest(cast(? as uuid[]), cast(? as bytea[])) own(run, leaf)
                cross join lateral (select m.leaves from run_membership m
                    where m.run = own.run and m.first <= own.leaf order by m.first desc limit 1) chunk
                where own.run = run.id and position(own.leaf in chunk.leaves) > 0))
        """;

    private final FlagDatabase database;
    private final HaltedRuns members;

    FrozenRuns(FlagDatabase database, HaltedRuns members) {
        this.database = database;
        this.members = members;
    }

    @Override
    public String retentionClass() {
        return "run_membership";
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public int frozen(NamedChild named) {
        MunicipalityCode municipality = new MunicipalityCode(named.municipality());
        Pseudonym child = Pseudonym.of(named.pseudonym());
        return database.of(municipality, connection -> {
            Leaves leaves = leaves(connection, municipality, child);
            return leaves.runs().isEmpty() ? 0 : kept(connection, municipality, child, leaves);
        });
    }

    /** The leaves that a child can have, each with its run; the two lists go together. */
    private record Leaves(List<UUID> runs, List<byte[]> leaves) {}

    private Leaves leaves(Connection connection, MunicipalityCode municipality, Pseudonym child) throws SQLException {
        Leaves found = new Leaves(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement select = connection.prepareStatement(SALTS)) {
            select.setShort(1, municipality.number());
            select.setBytes(2, child.bytes());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID run = row.getObject(1, UUID.class);
                    MemberLeaves made = new MemberLeaves(members.salt(run, row.getBytes(2)));
                    for (MemberStatus status : MemberStatus.values()) {
                        found.runs().add(run);
                        found.leaves().add(made.leaf(child, status).bytes());
                    }
                }
            }
        }
        return found;
    }

    private static int kept(Connection connection, MunicipalityCode municipality, Pseudonym child, Leaves leaves)
            throws SQLException {
        Object[] runs = leaves.runs().toArray();
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setShort(1, municipality.number());
            select.setArray(2, connection.createArrayOf("uuid", runs));
            select.setBytes(3, child.bytes());
            select.setArray(4, connection.createArrayOf("uuid", runs));
            select.setArray(5, connection.createArrayOf("bytea", leaves.leaves().toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Math.toIntExact(row.getLong(1));
            }
        }
    }
}

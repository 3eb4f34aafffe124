package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Standings;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks for one of a child's three leaves in the runs of its basis, the latest first. */
@Singleton
class SqlStandings implements Standings {

    private static final String RUNS = "select run.id, run.model_name, run.model_version from run join run_salt on "
            + "run_salt.run = run.id where run.municipality = ? and run.basis = ? and run.state = 'finished' and "
            + "run.phase = any (?) and run.ended_at < ? order by run.ended_at desc, run.id";

    private final FlagDatabase database;
    private final HaltedRuns members;

    SqlStandings(FlagDatabase database, HaltedRuns members) {
        this.database = database;
        this.members = members;
    }

    private record Ended(UUID run, ModelRef model) {}

    @Override
    public Optional<Standing> latest(MunicipalityCode municipality, BasisId basis, Pseudonym child, Instant before) {
        return database.of(municipality, connection -> {
            for (Ended each : runs(connection, municipality, basis, before)) {
                Optional<MemberStatus> became = members.statusIn(connection, each.run(), child);
                if (became.isPresent()) {
                    return Optional.of(new Standing(
                            each.model(), became.get(), flag(connection, municipality, each.run(), child)));
                }
            }
            return Optional.empty();
        });
    }

    private static List<Ended> runs(Connection connection, MunicipalityCode municipality, BasisId basis, Instant before)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(RUNS)) {
            find.setShort(1, municipality.number());
            find.setString(2, basis.value());
            find.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            Arrays.stream(Phase.values())
                                    .filter(Phase::raisesFlags)
                                    .map(Phase::id)
                                    .toArray()));
            find.setObject(4, before.atOffset(ZoneOffset.UTC));
            List<Ended> runs = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    runs.add(new Ended(
                            rows.getObject(1, UUID.class), new ModelRef(rows.getString(2), rows.getString(3))));
                }
            }
            return runs;
        }
    }

    private static Optional<FlagId> flag(
            Connection connection, MunicipalityCode municipality, UUID run, Pseudonym child) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                "select id from flag where municipality = ? and run = ? and pseudonym = ?")) {
            find.setShort(1, municipality.number());
            find.setObject(2, run);
            find.setBytes(3, child.bytes());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(new FlagId(row.getObject(1, UUID.class))) : Optional.empty();
            }
        }
    }
}

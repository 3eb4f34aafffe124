package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Memberships;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.Runs;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks a child up in every run of its municipality that has its salt still. */
@Singleton
class SqlMemberships implements Memberships {

    private final FlagDatabase database;
    private final HaltedRuns members;
    private final Runs runs;

    SqlMemberships(FlagDatabase database, HaltedRuns members, Runs runs) {
        this.database = database;
        this.members = members;
        this.runs = runs;
    }

    private record Ended(UUID run, Instant at) {}

    @Override
    public List<Member> of(MunicipalityCode municipality, List<Pseudonym> names) {
        List<Ended> found = database.of(municipality, connection -> {
            List<Ended> with = new ArrayList<>();
            for (Ended each : provable(connection, municipality)) {
                if (members.anyIn(connection, each.run(), names)) {
                    with.add(each);
                }
            }
            return with;
        });
        return found.stream()
                .flatMap(each -> runs.find(new RunId(each.run())).map(run -> new Member(run, each.at())).stream())
                .toList();
    }

    private static List<Ended> provable(Connection connection, MunicipalityCode municipality) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select run.id, run.ended_at from run join run_salt"
                + " on run_salt.run = run.id where run.municipality = ? and run.state = 'finished' order by 2, 1")) {
            find.setShort(1, municipality.number());
            try (ResultSet rows = find.executeQuery()) {
                List<Ended> ended = new ArrayList<>();
                while (rows.next()) {
                    ended.add(new Ended(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, OffsetDateTime.class).toInstant()));
                }
                return ended;
            }
        }
    }
}

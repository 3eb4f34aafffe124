package dk.rettidig.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database of the version before: what its register does not know of exports is made again, and a migration of a feature with
 * a low number comes after those of features with higher ones.
 */
class RegisterUpgradeTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final String ADDED = "V0810__ledger_register_exported.sql";

    @TempDir
    Path directory;

    @Test
    void theRegisterOfTheFormerVersionIsEmptiedAndHasTheColumn() throws IOException, SQLException {
        Path former = Files.createDirectories(directory.resolve("former"));
        try (Stream<Path> all = Files.list(MIGRATIONS)) {
            for (Path each : all.filter(file -> !file.endsWith(ADDED)).toList()) {
                Files.copy(each, former.resolve(each.getFileName()));
            }
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("postgres"))) {
            flyway(database, "filesystem:" + former).migrate();
            try (Connection connection = database.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into ledger_register values (0, now(), 'handle', 'team_leader', "
                        + "'supervision.package_taken', '', '', '', false)");

                assertThat(flyway(database, "classpath:db/migration").migrate().migrationsExecuted)
                        .isEqualTo(1);

                try (ResultSet rows = statement.executeQuery("select count(*), count(exported) from ledger_register")) {
                    rows.next();
                    assertThat(List.of(rows.getLong(1), rows.getLong(2))).containsExactly(0L, 0L);
                }
            }
            assertThat(flyway(database, "classpath:db/migration").migrate().migrationsExecuted)
                    .isZero();
        }
    }

    /** Flyway as the service sets it up. */
    private static Flyway flyway(EmbeddedDatabase database, String location) throws IOException {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        return Flyway.configure()
                .dataSource(database.url(), EmbeddedDatabase.OWNER, "none")
                .locations(location)
                .outOfOrder(Boolean.parseBoolean(settings.getProperty("quarkus.flyway.out-of-order")))
                .load();
    }
}

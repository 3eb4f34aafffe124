package dk.rettidig.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.testing.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Flyway owns the schema: what Hibernate maps must be there as it thinks, and Hibernate makes nothing itself. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SchemaIT {

    @Inject
    SessionFactory sessions;

    @ConfigProperty(name = "quarkus.hibernate-orm.schema-management.strategy")
    String strategy;

    @ConfigProperty(name = "quarkus.hibernate-orm.log.bind-parameters")
    boolean bindParameters;

    @Test
    void hibernateMapsTheTablesThatFlywayMade() {
        assertThat(sessions.getMetamodel().getEntities()).hasSizeGreaterThan(10);
        sessions.getSchemaManager().validateMappedObjects();
    }

    @Test
    void aColumnThatIsNotThereIsNoticed() throws SQLException {
        execute("alter table run_progress rename column done to finished");
        try {
            assertThatThrownBy(() -> sessions.getSchemaManager().validateMappedObjects())
                    .hasMessageContaining("done");
        } finally {
            execute("alter table run_progress rename column finished to done");
        }
    }

    @Test
    void hibernateMakesNothingAndLogsNoParameter() {
        assertThat(strategy).isEqualTo("none");
        assertThat(bindParameters).isFalse();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

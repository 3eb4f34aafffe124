package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.ledger.FlagEntries;
import io.quarkus.arc.Arc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Waits until a checkpoint covers the entry of every flag that is there: corrections are followed from then on. */
final class Published {

    private static final int TRIES = 300;
    private static final long PAUSE_MILLIS = 100;

    private Published() {}

    static void await() throws SQLException {
        List<UUID> flags = new ArrayList<>();
        try (ResultSet rows =
                FlagData.connection().createStatement().executeQuery("select id from flag where erased_at is null")) {
            while (rows.next()) {
                flags.add(rows.getObject(1, UUID.class));
            }
        }
        FlagEntries entries = Arc.container().instance(FlagEntries.class).get();
        Set<UUID> named = new HashSet<>();
        for (int tries = 0; tries < TRIES && !named.containsAll(flags); tries++) {
            entries.of(flags).forEach(each -> named.add(each.flag()));
            pause();
        }
        assertThat(named).containsAll(flags);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dk.rettidig.flag.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Flags of a child with facts and strength. The bare row stays, as it does when a flag's time is over. */
@Singleton
class ErasableFlags {

    /** First of all: what nobody has sealed a view of cannot be deleted before it has ended. */
    private static final String END = "update flag set state = 'withdrawn', version = version + 1, changed_at = now()"
            + " where municipality = ? and pseudonym = ? and state in ('open', 'opened', 'view_sealed')";

    private static final String EMPTY = "update flag set pseudonym = null, lot_nonce = null,"
            + " values_salt = null, missing = '{}', retracted = '{}', stale = '{}', erased_at = now() where municipality = ? and pseudonym = ?";

    private static String hanging(String table) {
        return "delete from " + table + " t using flag f where t.municipality = ? and f.municipality = t.municipality"
                + " and f.id = t.flag and f.pseudonym = ?";
    }

    @Produces
    @Singleton
    Erasable flags(MunicipalStatement statement) {
        return ErasableRows.of(
                statement,
                "flag_concluded",
                Set.of("flag"),
                END,
                hanging("flag_strength"),
                hanging("flag_rescore"),
                hanging("flag_fact"),
                EMPTY);
    }

    /** Strength and recalculation are not counted: before a view is sealed nobody may see that they are there. */
    @Produces
    @Singleton
    Freezable keptFlags(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "flag_concluded", "flag", "flag_fact");
    }
}

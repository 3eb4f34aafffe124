package dk.rettidig.review.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** What people read, wrote and asked about a child's flags, found through these. */
@Singleton
class ErasableReviews {

    private static String hanging(String table) {
        return "delete from " + table + " t using flag f where t.municipality = ? and f.municipality = t.municipality"
                + " and f.id = t.flag and f.pseudonym = ?";
    }

    @Produces
    @Singleton
    Erasable reviews(MunicipalStatement statement) {
        return ErasableRows.of(
                        statement,
                        "own_view",
                        Set.of(),
                        hanging("reidentification"),
                        hanging("review_opening"),
                        hanging("review_outcome"),
                        hanging("review_own_view"))
                .first();
    }

    @Produces
    @Singleton
    Freezable keptReviews(MunicipalStatement statement) {
        return FrozenRows.hangingOn(
                statement,
                "own_view",
                "flag",
                "reidentification",
                "review_opening",
                "review_outcome",
                "review_own_view");
    }
}

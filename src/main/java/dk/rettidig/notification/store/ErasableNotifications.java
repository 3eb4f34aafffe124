package dk.rettidig.notification.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Notifications of a child with what was done about them, and the child's place in links. Other children keep theirs. */
@Singleton
class ErasableNotifications {

    private static final String BOUND =
            "select exists (select 1 from notification where municipality = ? and pseudonym = ? and done_at is null)";

    /** A link in which nobody is left; of the child's own only. */
    private static final String EMPTY_LINKS = """
        delete from child_link l where l.municipality = ? and exists (
            select 1 from child_link_member m
            where m.municipality = l.municipality and m.link = l.id and m.pseudonym = ?)
        and not exists (select 1 from child_link_member o join child_link_member m
                on m.municipality = o.municipality and m.link = o.link and m.pseudonym <> o.pseudonym
            where o.municipality = l.municipality and o.link = l.id)
        """;

    @Produces
    @Singleton
    Erasable notifications(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "notification_concluded", "notification")
                .boundWhile(BOUND);
    }

    @Produces
    @Singleton
    Erasable links(MunicipalStatement statement) {
        return ErasableRows.of(
                statement,
                "notification_concluded",
                Set.of("child_link_member"),
                EMPTY_LINKS,
                "delete from child_link_member where municipality = ? and pseudonym = ?");
    }

    @Produces
    @Singleton
    Freezable keptNotifications(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "notification_concluded", "notification", "notification_step");
    }

    @Produces
    @Singleton
    Freezable keptLinks(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "notification_concluded", "child_link_member");
    }
}

package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.SexesOfChild;
import dk.rettidig.notification.StatedSexes;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Rows of {@code notification_sex}, which the application can add and not select. */
@ApplicationScoped
@Transactional
class SqlStatedSexes implements StatedSexes, SexesOfChild {

    private final Session session;
    private final MunicipalSession municipal;

    SqlStatedSexes(Session session, MunicipalSession municipal) {
        this.session = session;
        this.municipal = municipal;
    }

    @Override
    public void state(MunicipalityCode municipality, NotificationId notification, ChildSex sex) {
        municipal.see(municipality);
        session.createNativeMutationQuery("insert into notification_sex (municipality, notification, sex) "
                        + "select n.municipality, n.id, :sex from notification n "
                        + "where n.municipality = :municipality and n.id = :id and n.age_band <> 'unborn' "
                        + "on conflict do nothing")
                .setParameter("sex", sex.id())
                .setParameter("municipality", municipality.number())
                .setParameter("id", notification.value())
                .executeUpdate();
    }

    @Override
    public Map<NotificationId, ChildSex> ofChild(MunicipalityCode municipality, Pseudonym child) {
        municipal.see(municipality);
        return session
                .createNativeQuery(
                        "select notified, stated from sex_for_extract(cast(:municipality as smallint), :child)",
                        Tuple.class)
                .setParameter("municipality", municipality.number())
                .setParameter("child", child.bytes())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> new NotificationId(row.get(0, UUID.class)),
                        row -> ChildSex.parse(row.get(1, String.class)).orElseThrow()));
    }
}

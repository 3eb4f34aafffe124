package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.review.reidentification.CountedAct;
import dk.rettidig.review.reidentification.PersonCount;
import dk.rettidig.review.reidentification.ReidentificationCounts;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;

/** Counts for each person and day: added up by the database, in SQL. */
@ApplicationScoped
@Transactional
class SqlReidentificationCounts implements ReidentificationCounts {

    private static final String ADD =
            "insert into reidentification_count as c (municipality, day, person, act, times) values (?1, ?2, ?3, ?4, 1) "
                    + "on conflict (municipality, day, person, act) do update set times = c.times + 1";
    private static final String SUMS = "select person, sum(times) filter (where act = 'asked'), "
            + "sum(times) filter (where act = 'approved'), sum(times) filter (where act = 'declined'), "
            + "sum(times) filter (where act = 'redeemed'), sum(times) filter (where act = 'refused') "
            + "from reidentification_count where municipality = ?1 and day between ?2 and ?3 "
            + "group by person order by person";
    private static final String ERASE = "delete from reidentification_count where municipality = ?1 and day < ?2";
    private static final String ERASE_SUBSTITUTES =
            "delete from reidentification_substitute where municipality = ?1 and to_day < ?2";

    private final MunicipalSession municipal;
    private final Session session;

    SqlReidentificationCounts(MunicipalSession municipal, Session session) {
        this.municipal = municipal;
        this.session = session;
    }

    @Override
    public void add(MunicipalityCode municipality, LocalDate day, ActorName person, CountedAct act) {
        municipal.see(municipality);
        session.createNativeMutationQuery(ADD)
                .setParameter(1, municipality.number())
                .setParameter(2, day)
                .setParameter(3, person.value())
                .setParameter(4, act.id())
                .executeUpdate();
    }

    @Override
    public List<PersonCount> sums(MunicipalityCode municipality, LocalDate from, LocalDate to) {
        municipal.see(municipality);
        return session
                .createNativeQuery(SUMS, Object[].class)
                .setParameter(1, municipality.number())
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList()
                .stream()
                .map(row -> new PersonCount(
                        new ActorName(String.valueOf(row[0])),
                        times(row[1]),
                        times(row[2]),
                        times(row[3]),
                        times(row[4]),
                        times(row[5])))
                .toList();
    }

    @Override
    public int eraseBefore(MunicipalityCode municipality, LocalDate day) {
        municipal.see(municipality);
        return erase(ERASE, municipality, day) + erase(ERASE_SUBSTITUTES, municipality, day);
    }

    private int erase(String delete, MunicipalityCode municipality, LocalDate day) {
        return session.createNativeMutationQuery(delete)
                .setParameter(1, municipality.number())
                .setParameter(2, day)
                .executeUpdate();
    }

    /** An act that a person never did has no sum. */
    private static long times(Object sum) {
        return sum instanceof Number number ? number.longValue() : 0;
    }
}

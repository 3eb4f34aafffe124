package dk.rettidig.guideline.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.guideline.Guideline;
import dk.rettidig.guideline.GuidelineId;
import dk.rettidig.guideline.Guidelines;
import dk.rettidig.guideline.SelfCheck;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The register of guidelines and the answers of the self-check. */
@ApplicationScoped
@Transactional
class GuidelineRepository implements Guidelines, PanacheRepositoryBase<GuidelineEntity, GuidelineEntity.Key> {

    private final MunicipalSession municipal;

    GuidelineRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public void hold(MunicipalityCode municipality) {
        municipal.see(municipality);
        getSession()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('guideline', :municipality))",
                        Integer.class)
                .setParameter("municipality", (long) municipality.number())
                .getSingleResult();
    }

    @Override
    public List<Guideline> current(MunicipalityCode municipality) {
        municipal.see(municipality);
        return guidelines(list(
                "from GuidelineEntity one where municipality = ?1 and version = (select max(other.version) from"
                        + " GuidelineEntity other where other.municipality = ?1 and other.guideline = one.guideline)"
                        + " order by lower(title), guideline",
                municipality.number()));
    }

    @Override
    public List<Guideline> versions(MunicipalityCode municipality, GuidelineId id) {
        municipal.see(municipality);
        return guidelines(
                list("municipality = ?1 and guideline = ?2 order by version desc", municipality.number(), id.value()));
    }

    @Override
    public void add(Guideline guideline) {
        municipal.see(guideline.municipality());
        persistAndFlush(new GuidelineEntity(guideline));
    }

    @Override
    public List<SelfCheck> answers(MunicipalityCode municipality) {
        municipal.see(municipality);
        return checks(getSession()
                .createSelectionQuery(
                        "from SelfCheckEntity one where municipality = :municipality and number = (select"
                                + " max(other.number) from SelfCheckEntity other where other.municipality ="
                                + " :municipality and other.point = one.point)",
                        SelfCheckEntity.class)
                .setParameter("municipality", municipality.number())
                .getResultList());
    }

    @Override
    public List<SelfCheck> answers(MunicipalityCode municipality, String point) {
        municipal.see(municipality);
        return checks(getSession()
                .createSelectionQuery(
                        "from SelfCheckEntity where municipality = :municipality and point = :point order by number desc",
                        SelfCheckEntity.class)
                .setParameter("municipality", municipality.number())
                .setParameter("point", point)
                .getResultList());
    }

    @Override
    public void add(SelfCheck check) {
        municipal.see(check.municipality());
        getSession().persist(new SelfCheckEntity(check));
        getSession().flush();
    }

    private List<Guideline> guidelines(List<GuidelineEntity> rows) {
        rows.forEach(getEntityManager()::detach);
        return rows.stream().map(GuidelineEntity::guideline).toList();
    }

    private List<SelfCheck> checks(List<SelfCheckEntity> rows) {
        rows.forEach(getEntityManager()::detach);
        return rows.stream().map(SelfCheckEntity::check).toList();
    }
}

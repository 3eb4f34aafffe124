package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.review.reidentification.Reidentification;
import dk.rettidig.review.reidentification.ReidentificationId;
import dk.rettidig.review.reidentification.Reidentifications;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Requests for re-identification. A step is one conditional statement, so that of two people who take it at once one finds it
 * taken; what is read is let go of at once, so that nothing read before a step is taken for what stands after it.
 */
@ApplicationScoped
@Transactional
class ReidentificationRepository
        implements Reidentifications, PanacheRepositoryBase<ReidentificationEntity, ReidentificationEntity.Key> {

    private static final String INSERT = "insert into ReidentificationEntity "
            + "(municipality, id, flag, requestedBy, requestedAt, purpose, caseReference, justification, state) values "
            + "(:municipality, :id, :flag, :requestedBy, :requestedAt, :purpose, :caseReference, :justification, "
            + "'requested') on conflict do nothing";
    private static final String THIS = " where municipality = :municipality and id = :id and ";
    private static final String DUE = "municipality = ?1 and ((state = 'requested' and requestedAt <= ?2) "
            + "or (state in ('approved', 'ticketed') and approvedUntil <= ?3))";
    private static final Sort LATEST_FIRST = Sort.descending("requestedAt", "id");

    private final MunicipalSession municipal;

    ReidentificationRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public boolean ask(Reidentification request) {
        municipal.see(request.municipality());
        Reidentification.Grounds grounds = request.grounds();
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("municipality", request.municipality().number())
                        .setParameter("id", request.id().value())
                        .setParameter("flag", request.flag().value())
                        .setParameter("requestedBy", request.requestedBy().value())
                        .setParameter("requestedAt", request.requestedAt())
                        .setParameter("purpose", grounds.purpose().id())
                        .setParameter("caseReference", grounds.caseReference().value())
                        .setParameter("justification", grounds.justification().text())
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<Reidentification> find(MunicipalityCode municipality, ReidentificationId id) {
        municipal.see(municipality);
        return findByIdOptional(new ReidentificationEntity.Key(municipality.number(), id.value()))
                .map(this::read);
    }

    @Override
    public List<Reidentification> about(MunicipalityCode municipality, FlagId flag, ActorName by) {
        municipal.see(municipality);
        return list(
                        "municipality = ?1 and flag = ?2 and requestedBy = ?3",
                        LATEST_FIRST,
                        municipality.number(),
                        flag.value(),
                        by.value())
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public List<Reidentification> since(MunicipalityCode municipality, Instant from, int limit) {
        municipal.see(municipality);
        return find("municipality = ?1 and requestedAt >= ?2", LATEST_FIRST, municipality.number(), from)
                .range(0, limit - 1)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean decide(Reidentification request, Reidentification.Decision decision) {
        String step = decision.declinedBecause().isPresent()
                ? "state = 'declined', decidedBy = :by, decidedAt = :at, declinedBecause = :because"
                : "state = 'approved', decidedBy = :by, decidedAt = :at, approvedUntil = :until";
        Parameters parameters = of(request)
                .and("by", decision.by().value())
                .and("at", decision.at())
                .and("waiting", decision.at().minus(Reidentification.WAITS));
        decision.declinedBecause()
                .ifPresentOrElse(
                        because -> parameters.and("because", because.text()),
                        () -> parameters.and("until", decision.at().plus(Reidentification.STANDS)));
        return stepped(
                request,
                step + THIS + "state = 'requested' and requestedAt > :waiting and requestedBy <> :by",
                parameters);
    }

    @Override
    public boolean withdraw(Reidentification request) {
        return stepped(
                request, "state = 'withdrawn'" + THIS + "state in ('requested', 'approved', 'ticketed')", of(request));
    }

    @Override
    public boolean ticket(Reidentification request, Reidentification.IssuedTicket ticket, Instant now) {
        return stepped(
                request,
                "state = 'ticketed', ticketDigest = :digest, ticketExpiresAt = :expires" + THIS
                        + "state in ('approved', 'ticketed') and approvedUntil > :now",
                of(request)
                        .and("digest", ticket.digest())
                        .and("expires", ticket.expiresAt())
                        .and("now", now));
    }

    @Override
    public boolean redeem(Reidentification request, String ticketDigest, String redemptionDigest, Instant now) {
        return stepped(
                request,
                "state = 'redeemed', redeemedAt = :now, redemptionDigest = :redemption" + THIS
                        + "state = 'ticketed' and ticketDigest = :digest and ticketExpiresAt > :now",
                of(request)
                        .and("digest", ticketDigest)
                        .and("redemption", redemptionDigest)
                        .and("now", now));
    }

    @Override
    public void enter(Reidentification request, AppendId entry) {
        stepped(
                request,
                "appendId = :entry" + THIS + "state = 'redeemed'",
                of(request).and("entry", entry.value()));
    }

    @Override
    public List<Reidentification> lapse(MunicipalityCode municipality, Instant now) {
        municipal.see(municipality);
        return list(DUE, municipality.number(), now.minus(Reidentification.WAITS), now).stream()
                .map(this::read)
                .filter(request -> stepped(
                        request,
                        "state = 'lapsed'" + THIS + "state = :state",
                        of(request).and("state", request.stored().id())))
                .toList();
    }

    private boolean stepped(Reidentification request, String step, Parameters parameters) {
        municipal.see(request.municipality());
        return update(step, parameters) == 1;
    }

    private static Parameters of(Reidentification request) {
        return Parameters.with("municipality", request.municipality().number())
                .and("id", request.id().value());
    }

    private Reidentification read(ReidentificationEntity row) {
        getEntityManager().detach(row);
        return row.request();
    }
}

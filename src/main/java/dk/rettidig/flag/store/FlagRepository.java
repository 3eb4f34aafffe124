package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagMove;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lists flags and moves them on. A move reads the row under a lock and writes it before it returns; what is read is let go
 * of at once, so that a move never starts from what was read before the lock.
 */
@ApplicationScoped
@Transactional
class FlagRepository implements PanacheRepositoryBase<FlagEntity, FlagKey> {

    private static final String WAITING = "municipality = :municipality and state in ('open', 'opened', 'view_sealed')";
    private static final Sort BY_DEADLINE = Sort.by("deadline", "id");

    private final MunicipalSession municipal;

    FlagRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    /**
     * A way a flag can go.
     *
     * @param from states that move
     * @param to where to
     * @param stay states in which it has been moved already, and stays
     */
    record Way(Set<String> from, String to, Set<String> stay) {}

    static final Way OPEN = new Way(Set.of("open"), "opened", Set.of("opened", "view_sealed"));
    static final Way SEAL_VIEW = new Way(Set.of("opened"), "view_sealed", Set.of("view_sealed"));
    static final Way CONCLUDE = new Way(Set.of("view_sealed"), "concluded", Set.of());

    List<FlagListing> list(MunicipalityCode municipality, Optional<FlagListing> after, int limit) {
        municipal.see(municipality);
        Parameters parameters = Parameters.with("municipality", municipality.number());
        String waiting = after.isPresent() ? WAITING + " and (deadline, id) > (:deadline, :id)" : WAITING;
        after.ifPresent(last ->
                parameters.and("deadline", last.deadline()).and("id", last.id().value()));
        return find(waiting, BY_DEADLINE, parameters).range(0, limit - 1).list().stream()
                .map(this::read)
                .toList();
    }

    Optional<FlagListing> find(MunicipalityCode municipality, FlagId id) {
        municipal.see(municipality);
        return findByIdOptional(new FlagKey(municipality.number(), id.value())).map(this::read);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FlagMove move(MunicipalityCode municipality, FlagId id, Optional<Long> version, Way way, Instant at) {
        return locked(municipality, id, flag -> {
            if (version.isPresent() && version.get() != flag.version()) {
                return new FlagMove.Changed(flag.listing());
            }
            if (way.stay().contains(flag.state())) {
                return new FlagMove.Moved(flag.listing());
            }
            if (!way.from().contains(flag.state())) {
                return new FlagMove.OutOfTurn(flag.listing());
            }
            flag.move(way.to(), at);
            flush();
            return new FlagMove.Moved(flag.listing());
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FlagMove acknowledge(MunicipalityCode municipality, FlagId id, Instant at) {
        return locked(municipality, id, flag -> {
            if (!flag.state().equals(CONCLUDE.to())) {
                return new FlagMove.OutOfTurn(flag.listing());
            }
            flag.acknowledge(at);
            flush();
            return new FlagMove.Moved(flag.listing());
        });
    }

    private FlagMove locked(MunicipalityCode municipality, FlagId id, Function<FlagEntity, FlagMove> step) {
        municipal.see(municipality);
        Optional<FlagEntity> found =
                findByIdOptional(new FlagKey(municipality.number(), id.value()), LockModeType.PESSIMISTIC_WRITE);
        if (found.isEmpty()) {
            return new FlagMove.Unknown();
        }
        try {
            return step.apply(found.get());
        } finally {
            getEntityManager().detach(found.get());
        }
    }

    private FlagListing read(FlagEntity row) {
        getEntityManager().detach(row);
        return row.listing();
    }
}

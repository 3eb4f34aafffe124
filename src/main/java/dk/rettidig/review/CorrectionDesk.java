package dk.rettidig.review;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.CorrectionReaders;
import dk.rettidig.flag.FlagId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.text.Justification;
import dk.rettidig.web.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Corrections at the source that come after a flag has ended: who read it is told and acknowledges. What was concluded stays as it
 * was written; whether the child's case is looked at again is a person's to decide (GDPR art. 22). The routes ask the gate.
 */
@Singleton
public class CorrectionDesk implements CorrectionReaders {

    private static final Actor SCHEDULER = new Actor.Scheduler();

    private final CorrectionNotices notices;
    private final Ledger ledger;
    private final Clock clock;

    CorrectionDesk(CorrectionNotices notices, Ledger ledger, Clock clock) {
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void tell(MunicipalityCode municipality, List<FlagId> ended, Instant at) {
        int told = notices.tell(municipality, ended, at.truncatedTo(ChronoUnit.MICROS));
        if (told > 0) {
            ledger.append(SCHEDULER, new ReviewEvent.ReadersTold(municipality, ended, told));
        }
    }

    /** What a caseworker has to acknowledge; for the team leader what anybody has; for others nothing. */
    public List<CorrectionNotice> standing(Actor actor) {
        return QuarkusTransaction.requiringNew().call(() -> switch (actor) {
            case Actor.Caseworker caseworker -> notices.standing(caseworker.at(), caseworker.known());
            case Actor.TeamLeader leader -> notices.standing(leader.at());
            default -> List.of();
        });
    }

    /**
     * Acknowledges: a caseworker for nobody else, the team leader for a person who cannot any more, with a reason.
     *
     * @param reader whose notice it is; a caseworker leaves it empty
     * @param because the team leader's reason; a caseworker leaves it empty
     * @throws ReviewFault when a field is missing or cannot be used, or no such notice stands
     */
    public void acknowledge(Actor actor, FlagId flag, String reader, String because) {
        switch (actor) {
            case Actor.Caseworker caseworker
            when reader.isEmpty() -> acknowledged(actor, caseworker.at(), flag, caseworker.known(), Optional.empty());
            case Actor.TeamLeader leader -> {
                Justification why = reason(reader, because);
                acknowledged(actor, leader.at(), flag, new ActorName(reader), Optional.of(why));
            }
            default -> throw ReviewFault.notFound();
        }
    }

    private static Justification reason(String reader, String because) {
        List<FieldError> errors = new ArrayList<>();
        if (reader.isBlank() || reader.length() > ActorName.LONGEST) {
            errors.add(new FieldError("reader", ReviewErrorCode.CHOICE_MISSING));
        }
        Justification.problem(because).ifPresent(code -> errors.add(new FieldError("because", code)));
        if (!errors.isEmpty()) {
            throw ReviewFault.invalid(errors);
        }
        return new Justification(because);
    }

    private void acknowledged(
            Actor actor, MunicipalityCode municipality, FlagId flag, ActorName reader, Optional<Justification> why) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!notices.acknowledge(municipality, flag, reader, at)) {
                throw ReviewFault.notFound();
            }
            ledger.append(actor, new ReviewEvent.CorrectionAcknowledged(municipality, flag, reader, why));
        });
    }
}

package dk.rettidig.guideline;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Where attention points are read and answered, each answer with its entry. The routes ask the gate. */
@ApplicationScoped
public class SelfCheckDesk {

    private final Guidelines guidelines;
    private final GuidelinePointRegister register;
    private final Ledger ledger;
    private final Clock clock;

    SelfCheckDesk(Guidelines guidelines, GuidelinePointRegister register, Ledger ledger, Clock clock) {
        this.guidelines = guidelines;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A point with its answers.
     *
     * @param guidelines the whole register, so that an answer can name what it refers to
     * @param answers newest first
     */
    public record View(GuidelinePoint point, List<Guideline> guidelines, List<SelfCheck> answers) {

        public View {
            guidelines = List.copyOf(guidelines);
            answers = List.copyOf(answers);
        }

        /** How many answers there are: what the next one says it has read. */
        public int version() {
            return answers.isEmpty() ? 0 : answers.getFirst().number();
        }

        /** Guidelines that cover the point and are not retired: what an answer can refer to. */
        public List<Guideline> covering() {
            return guidelines.stream()
                    .filter(each -> each.alive() && each.covers(point.id()))
                    .toList();
        }
    }

    /**
     * A point and what the actor's municipality answered to it.
     *
     * @throws GuidelineFault {@code not_found}
     */
    public View open(Actor actor, String id) {
        GuidelinePoint point = register.point(id).orElseThrow(GuidelineFault::notFound);
        MunicipalityCode municipality = GuidelineDesk.municipality(actor);
        return QuarkusTransaction.requiringNew().call(() -> view(municipality, point));
    }

    /**
     * Answers.
     *
     * @param version how many answers the person had read
     * @throws GuidelineFault {@code not_found}, {@code guideline_input_invalid}, {@code guideline_precondition_required}, {@code
     *     guideline_changed}
     */
    public View answer(Actor actor, String id, SelfCheckDraft draft, Optional<Integer> version) {
        GuidelinePoint point = register.point(id).orElseThrow(GuidelineFault::notFound);
        MunicipalityCode municipality = GuidelineDesk.municipality(actor);
        return QuarkusTransaction.requiringNew().call(() -> {
            guidelines.hold(municipality);
            View view = view(municipality, point);
            SelfCheck check = draft.read(
                    new SelfCheckDraft.Place(municipality, id, view.version() + 1), view.guidelines(), now());
            int known = version.orElseThrow(() -> new GuidelineFault(GuidelineErrorCode.PRECONDITION_REQUIRED));
            if (known != view.version()) {
                throw new GuidelineFault(GuidelineErrorCode.CHANGED);
            }
            guidelines.add(check);
            ledger.append(actor, new GuidelineEvent.SelfChecked(check));
            return view(municipality, point);
        });
    }

    private View view(MunicipalityCode municipality, GuidelinePoint point) {
        return new View(point, guidelines.current(municipality), guidelines.answers(municipality, point.id()));
    }

    /** Moments are milliseconds everywhere (ADR 0023). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package dk.rettidig.guideline;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the register is read and written, each change with its entry. The routes ask the gate. */
@ApplicationScoped
public class GuidelineDesk {

    private final Guidelines guidelines;
    private final GuidelinePointRegister register;
    private final Ledger ledger;
    private final Clock clock;

    GuidelineDesk(Guidelines guidelines, GuidelinePointRegister register, Ledger ledger, Clock clock) {
        this.guidelines = guidelines;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The stages and points that guidelines must answer. */
    public GuidelinePointRegister register() {
        return register;
    }

    /** The register and the self-check today, with what is missing. */
    public Overview overview(Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew()
                .call(() -> Overview.of(
                        register, guidelines.current(municipality), guidelines.answers(municipality), today()));
    }

    /**
     * All versions of a guideline of the actor's municipality, newest first.
     *
     * @throws GuidelineFault {@code not_found}
     */
    public List<Guideline> versions(Actor actor, GuidelineId id) {
        MunicipalityCode municipality = municipality(actor);
        List<Guideline> versions = QuarkusTransaction.requiringNew().call(() -> guidelines.versions(municipality, id));
        if (versions.isEmpty()) {
            throw GuidelineFault.notFound();
        }
        return versions;
    }

    /**
     * Registers a guideline.
     *
     * @throws GuidelineFault {@code guideline_input_invalid}, {@code guideline_duplicate}
     */
    public Guideline register(Actor actor, GuidelineDraft draft) {
        GuidelineDraft.Place place = new GuidelineDraft.Place(GuidelineId.random(), municipality(actor), 1);
        Guideline first = draft.read(register, place, now());
        QuarkusTransaction.requiringNew().run(() -> {
            guidelines.hold(first.municipality());
            file(actor, first);
        });
        return first;
    }

    /**
     * Changes a guideline: files its next version.
     *
     * @param version as the person read it
     * @throws GuidelineFault {@code not_found}, {@code guideline_input_invalid}, {@code guideline_precondition_required}, {@code
     *     guideline_changed}, {@code guideline_duplicate}
     */
    public Guideline change(Actor actor, GuidelineId id, GuidelineDraft draft, Optional<Integer> version) {
        Guideline read = versions(actor, id).getFirst();
        Guideline next =
                draft.read(register, new GuidelineDraft.Place(id, read.municipality(), version.orElse(0) + 1), now());
        int known = version.orElseThrow(() -> new GuidelineFault(GuidelineErrorCode.PRECONDITION_REQUIRED));
        QuarkusTransaction.requiringNew().run(() -> {
            guidelines.hold(read.municipality());
            if (guidelines.versions(read.municipality(), id).getFirst().version() != known) {
                throw new GuidelineFault(GuidelineErrorCode.CHANGED);
            }
            file(actor, next);
        });
        return next;
    }

    private void file(Actor actor, Guideline guideline) {
        String title = plain(guideline.title());
        boolean taken = guidelines.current(guideline.municipality()).stream()
                .filter(other -> !other.id().equals(guideline.id()))
                .anyMatch(other -> plain(other.title()).equals(title));
        if (taken) {
            throw new GuidelineFault(GuidelineErrorCode.DUPLICATE);
        }
        guidelines.add(guideline);
        ledger.append(actor, new GuidelineEvent.Changed(guideline));
    }

    /** Titles that a reader takes for the same are the same. */
    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }

    static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(GuidelineFault::notFound);
    }

    /** Today in Denmark. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Due.DENMARK);
    }

    /** Moments are milliseconds everywhere (ADR 0023). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

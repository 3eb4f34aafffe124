package dk.rettidig.casefile.finding;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which children have an open case, and which of them are placed, as the case systems delivered it; no more of them is read. */
@Singleton
public class OpenCases {

    private static final String PLACED = "CASE_PLACED";
    private static final String ENDED = "CASE_PLACEMENT_ENDED";

    private final CaseFiles files;
    private final CaseGrounds grounds;

    OpenCases(CaseFiles files, CaseGrounds grounds) {
        this.files = files;
        this.grounds = grounds;
    }

    /** Which of them. */
    public enum Which {
        ALL,
        PLACED
    }

    /**
     * Asks the gate on every basis under which the municipality's case systems deliver.
     *
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit one of them
     * @throws CaseFindingFault {@code not_found} for somebody who belongs to no municipality
     */
    public void demand(Actor actor, Action action) {
        Optional<MunicipalityCode> municipality = actor.municipality();
        if (municipality.isEmpty()) {
            grounds.refuse(actor, action);
            throw CaseFindingFault.notFound();
        }
        grounds.demand(actor, action, municipality.get(), CaseGrounds.usual(municipality.get()), Optional.empty());
        for (CaseFiles.Holding holding : holdings(municipality.get())) {
            if (!holding.basis().equals(CaseGrounds.usual(municipality.get()))) {
                grounds.demand(actor, action, municipality.get(), holding.basis(), Optional.empty());
            }
        }
    }

    /**
     * The children, each once, in the caller's transaction; the caller asked the gate. Children for whom somebody objected
     * (GDPR article 21) are left out.
     */
    public List<Pseudonym> on(MunicipalityCode municipality, Which which, Instant now) {
        LocalDate day = now.atZone(Due.DENMARK).toLocalDate();
        Set<Pseudonym> children = new LinkedHashSet<>();
        for (CaseFiles.Holding holding : files.holdings()) {
            if (holding.municipality().equals(municipality)) {
                files.read(
                        new CaseFiles.Asking(
                                holding, events(holding, which), grounds.maximumDays(holding.basis()), day, now),
                        file -> {
                            if (which == Which.ALL || file.history().runs(PLACED, ENDED, day)) {
                                children.add(file.child());
                            }
                        });
            }
        }
        return new ArrayList<>(children);
    }

    private List<CaseFiles.Holding> holdings(MunicipalityCode municipality) {
        return QuarkusTransaction.requiringNew()
                .call(() -> files.holdings().stream()
                        .filter(holding -> holding.municipality().equals(municipality))
                        .toList());
    }

    private Set<IndicatorId> events(CaseFiles.Holding holding, Which which) {
        if (which == Which.ALL) {
            return Set.of();
        }
        return grounds.events(holding.basis()).stream()
                .filter(event -> event.value().equals(PLACED) || event.value().equals(ENDED))
                .collect(Collectors.toUnmodifiableSet());
    }
}

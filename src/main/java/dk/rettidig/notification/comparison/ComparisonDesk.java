package dk.rettidig.notification.comparison;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.text.CprNumbers;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes published figures in and compares. The routes have asked the gate. */
@ApplicationScoped
public class ComparisonDesk {

    private static final int FIRST_YEAR = 2000;
    private static final int SHORTEST_SOURCE = 10;
    private static final int LONGEST_SOURCE = 200;

    private final Comparisons comparisons;
    private final CodeRegister codes;
    private final Ledger ledger;
    private final Clock clock;

    ComparisonDesk(Comparisons comparisons, CodeRegister codes, Ledger ledger, Clock clock) {
        this.comparisons = comparisons;
        this.codes = codes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Figures as somebody wrote them; texts that were not sent are empty.
     *
     * @param figures CSV
     */
    public record Draft(String year, String source, String figures) {}

    /**
     * Keeps figures of a year; earlier ones of the same year stay and are not shown any more.
     *
     * @throws ComparisonFault {@code comparison_input_invalid} with every field and line that is wrong
     */
    public YearFigures load(Actor actor, MunicipalityCode owner, Draft draft) {
        List<FieldError> problems = new ArrayList<>();
        Optional<Integer> year = year(draft.year());
        if (year.isEmpty()) {
            problems.add(new FieldError("year", ComparisonErrorCode.YEAR_INVALID));
        }
        String source = draft.source().strip();
        if (source.length() < SHORTEST_SOURCE
                || source.length() > LONGEST_SOURCE
                || source.chars().anyMatch(Character::isISOControl)
                || CprNumbers.in(source)) {
            problems.add(new FieldError("source", ComparisonErrorCode.SOURCE_INVALID));
        }
        List<AreaFigure> areas = FigureReader.read(draft.figures(), codes, problems);
        boolean own = areas.stream().anyMatch(area -> area.municipality().equals(owner));
        if (problems.isEmpty() && (!own || areas.size() < 2)) {
            problems.add(new FieldError("figures", ComparisonErrorCode.OWN_MISSING));
        }
        if (!problems.isEmpty()) {
            throw new ComparisonFault(problems);
        }
        YearFigures figures = new YearFigures(
                UUID.randomUUID(),
                owner,
                year.orElseThrow(),
                source,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                areas);
        QuarkusTransaction.requiringNew().run(() -> {
            comparisons.add(figures);
            ledger.append(actor, new ComparisonEvent.Loaded(figures));
        });
        return figures;
    }

    private Optional<Integer> year(String text) {
        int present = Words.day(clock.instant()).getYear();
        return Optional.of(text.strip())
                .filter(given -> given.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .filter(year -> year >= FIRST_YEAR && year < present);
    }

    /** Years that can be compared, newest first. */
    public List<Integer> years(MunicipalityCode owner) {
        return QuarkusTransaction.requiringNew().call(() -> comparisons.years(owner));
    }

    /** A year's comparison within a group; empty when nobody loaded that year. */
    public Optional<Comparison> compare(MunicipalityCode owner, int year, ComparedAs group) {
        return QuarkusTransaction.requiringNew()
                .call(() -> comparisons.find(owner, year))
                .map(figures -> Comparison.of(figures, group));
    }
}

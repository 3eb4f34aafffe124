package dk.rettidig.notification.discussion;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.statistics.Cell;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.Measure;
import dk.rettidig.notification.statistics.PublishedFigures;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From a figure to what is done about it and the figure of the next period. The routes have asked the gate. */
@ApplicationScoped
public class DiscussionDesk {

    /** Ten years of months. */
    private static final int MOST_EDITIONS = 120;

    private final Discussions discussions;
    private final PublishedFigures published;
    private final CodeRegister codes;
    private final Ledger ledger;
    private final Clock clock;

    DiscussionDesk(
            Discussions discussions, PublishedFigures published, CodeRegister codes, Ledger ledger, Clock clock) {
        this.discussions = discussions;
        this.published = published;
        this.codes = codes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A figure and what is seen in it, as somebody sent it; what was not sent is empty. */
    public record Opening(String edition, String dimension, String category, String measure, String seen) {}

    /** Something to do, as somebody sent it. */
    public record Plan(String kind, String notifier, String institution, String note, String responsible, String due) {

        /** An empty form. */
        public static final Plan NOTHING = new Plan("", "", "", "", "", "");
    }

    /** How it ended, as somebody sent it. */
    public record Ending(String outcome, String day, String reason) {}

    /** A discussion and the same figure in later editions, oldest first. */
    public record Read(Discussion discussion, List<ShownFigure> later) {}

    /** The Danish day. */
    public LocalDate today() {
        return Words.day(clock.instant());
    }

    /**
     * Opens a discussion of a published figure.
     *
     * @throws DiscussionFault {@code discussion_input_invalid}
     */
    public Discussion open(Actor actor, MunicipalityCode municipality, Opening opening) {
        DiscussionReader reader = new DiscussionReader(today(), now());
        String seen = reader.seen(opening.seen());
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<ShownFigure> shown = shown(municipality, opening);
            if (shown.isEmpty()) {
                reader.wrong("figure", DiscussionErrorCode.FIGURE_UNKNOWN);
            }
            reader.finish();
            Discussion discussion =
                    new Discussion(UUID.randomUUID(), municipality, shown.orElseThrow(), seen, now(), List.of());
            discussions.add(discussion);
            ledger.append(actor, new DiscussionEvent.Opened(discussion));
            return discussion;
        });
    }

    private Optional<ShownFigure> shown(MunicipalityCode municipality, Opening opening) {
        Optional<Dimension> dimension = Dimension.parse(opening.dimension());
        Optional<Measure> measure = Measure.parse(opening.measure());
        Optional<Edition> edition = Edition.parse(opening.edition());
        if (dimension.isEmpty() || measure.isEmpty() || edition.isEmpty()) {
            return Optional.empty();
        }
        Cell cell = new Cell(measure.get(), dimension.get(), opening.category());
        return figures(municipality, edition.get().period(), cell).stream()
                .filter(each -> each.issue().edition().equals(edition.get()))
                .findFirst();
    }

    /** The figure in all editions of a length that have it, oldest first. */
    private List<ShownFigure> figures(MunicipalityCode municipality, Edition.Period period, Cell cell) {
        List<PublishedFigures.Issue> issues =
                published.issues(municipality, period, MOST_EDITIONS).reversed();
        Map<String, Map<Cell, Long>> figures = published.figures(municipality, issues, cell.dimension());
        return issues.stream()
                .flatMap(issue -> Optional.ofNullable(
                        figures.getOrDefault(issue.edition().name(), Map.of()).get(cell))
                        .map(figure -> new ShownFigure(issue, cell, figure))
                        .stream())
                .toList();
    }

    /**
     * Writes down what is to be done.
     *
     * @throws DiscussionFault {@code not_found}, {@code discussion_input_invalid}
     */
    public Discussion.Planned plan(Actor actor, MunicipalityCode municipality, UUID discussion, Plan plan) {
        return QuarkusTransaction.requiringNew().call(() -> {
            find(municipality, discussion);
            Discussion.Planned action = new DiscussionReader(today(), now()).planned(plan, codes);
            discussions.add(municipality, discussion, action);
            ledger.append(actor, new DiscussionEvent.Planned(municipality, discussion, action));
            return action;
        });
    }

    /**
     * Ends an action: done, or given up with a reason.
     *
     * @throws DiscussionFault {@code not_found}, {@code discussion_input_invalid}, {@code discussion_action_ended}
     */
    public void end(Actor actor, MunicipalityCode municipality, UUID discussion, UUID action, Ending ending) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (find(municipality, discussion).actions().stream()
                    .noneMatch(each -> each.id().equals(action))) {
                throw DiscussionFault.notFound();
            }
            Discussion.End end = new DiscussionReader(today(), now()).end(ending);
            if (!discussions.end(municipality, action, end)) {
                throw DiscussionFault.ended();
            }
            ledger.append(actor, new DiscussionEvent.Ended(municipality, discussion, action, end));
        });
    }

    /** All discussions, newest first. */
    public List<Discussion> all(MunicipalityCode municipality) {
        return QuarkusTransaction.requiringNew().call(() -> discussions.all(municipality));
    }

    /**
     * One discussion and the same figure since.
     *
     * @throws DiscussionFault {@code not_found}
     */
    public Read read(MunicipalityCode municipality, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Discussion found = find(municipality, id);
            Edition started = found.shown().issue().edition();
            return new Read(
                    found,
                    figures(municipality, started.period(), found.shown().cell()).stream()
                            .filter(each -> each.issue().edition().compareTo(started) > 0)
                            .toList());
        });
    }

    private Discussion find(MunicipalityCode municipality, UUID id) {
        return discussions.find(municipality, id).orElseThrow(DiscussionFault::notFound);
    }

    /** A text that is no id counts as one that nothing has. */
    public static UUID asked(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

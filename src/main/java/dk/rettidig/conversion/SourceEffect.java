package dk.rettidig.conversion;

import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.scope.SourcePairs;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What pairs of a source do: deliveries of the source are understood from here on. Pairs of its current epoch are added beside
 * deliveries; those of the next begin it and end all others, and wait until no delivery reads the former names.
 */
@ApplicationScoped
class SourceEffect {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Epochs epochs;
    private final CurrentDomains domains;
    private final List<PseudonymRows> rows;
    private final SourcePairs known;
    private final Conversions conversions;
    private final Ledger ledger;
    private final Clock clock;

    SourceEffect(
            Epochs epochs,
            CurrentDomains domains,
            @All List<PseudonymRows> rows,
            SourcePairs known,
            Conversions conversions,
            Ledger ledger,
            Clock clock) {
        this.epochs = epochs;
        this.domains = domains;
        this.rows = rows;
        this.known = known;
        this.conversions = conversions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Takes pairs; when their id was used a moment ago, the conversion that used it. */
    Conversion take(VerifiedConversion verified, List<PseudonymPair> pairs) {
        ConversionNote note = verified.note();
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(() -> {
                    boolean alone = lock(note);
                    Optional<Conversion> earlier = conversions.find(note.municipality(), note.id());
                    return earlier.isPresent() ? earlier.get().askedAgain(note) : taken(verified, pairs, alone);
                });
    }

    /** Whoever begins an epoch has the municipality's pseudonyms alone; whoever adds to one keeps them as they are. */
    private boolean lock(ConversionNote note) {
        String municipality = note.municipality().value();
        if (!begins(note)) {
            epochs.hold(municipality);
            return false;
        }
        if (!epochs.take(municipality) || rows.stream().anyMatch(each -> each.isUnderWay(municipality))) {
            throw new ConversionFault(ConversionErrorCode.UNDER_WAY, Map.of("retry_after_seconds", 5L));
        }
        return true;
    }

    private boolean begins(ConversionNote note) {
        return note.from().equals(current(note).next());
    }

    private PseudonymDomain current(ConversionNote note) {
        return domains.current(note.municipality().value(), note.from().source());
    }

    private Conversion taken(VerifiedConversion verified, List<PseudonymPair> pairs, boolean alone) {
        ConversionNote note = verified.note();
        String source = note.from().source().orElseThrow();
        checkCurrent(note.to(), domains.current(note.municipality().value()));
        if (!known.isSource(note.municipality(), source)) {
            throw new ConversionFault(ConversionErrorCode.SOURCE_UNKNOWN);
        }
        Instant now = clock.instant();
        boolean begins = alone && begins(note);
        if (begins) {
            begin(note, source, pairs, now);
        } else {
            checkCurrent(note.from(), current(note));
        }
        known.keep(
                note.municipality(),
                source,
                pairs.stream()
                        .map(pair -> new SourcePairs.Pair(pair.from(), pair.to()))
                        .toList(),
                now);
        UUID id = UUID.randomUUID();
        AppendId entry = ledger.append(verified.actor(), new ConversionEvent.SourcePaired(id, note, begins));
        Conversion conversion = new Conversion(id, note, entry, Optional.empty(), now);
        conversions.add(conversion);
        return conversion;
    }

    private static void checkCurrent(PseudonymDomain named, PseudonymDomain current) {
        if (!named.equals(current)) {
            throw new FeedFault(FeedErrorCode.DOMAIN_NOT_CURRENT, Map.of("current", current.text()));
        }
    }

    /** Whom the source could be heard about it still can, or the source falls silent about somebody and nobody notices. */
    private void begin(ConversionNote note, String source, List<PseudonymPair> pairs, Instant now) {
        boolean covered = known.covers(
                note.municipality(),
                source,
                pairs.stream().map(PseudonymPair::to).collect(Collectors.toSet()),
                now);
        if (!covered) {
            throw new ConversionFault(ConversionErrorCode.INCOMPLETE);
        }
        known.end(note.municipality(), source);
        epochs.begin(note.from(), now);
    }
}

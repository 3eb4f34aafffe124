package dk.rettidig.conversion;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.Feeds;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.PseudonymRows;
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

/** What a conversion does: every row that names a child, the epoch and the entry in one transaction, or nothing. */
@ApplicationScoped
class ConversionEffect {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Epochs epochs;
    private final CurrentDomains domains;
    private final List<PseudonymRows> rows;
    private final List<MoveListener> moves;
    private final Conversions conversions;
    private final Feeds feeds;
    private final Ledger ledger;
    private final Clock clock;

    ConversionEffect(
            Epochs epochs,
            CurrentDomains domains,
            @All List<PseudonymRows> rows,
            @All List<MoveListener> moves,
            Conversions conversions,
            Feeds feeds,
            Ledger ledger,
            Clock clock) {
        this.epochs = epochs;
        this.domains = domains;
        this.rows = rows;
        this.moves = moves;
        this.conversions = conversions;
        this.feeds = feeds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Carries a conversion out; when its id was used a moment ago, the conversion that used it. */
    Conversion take(VerifiedConversion verified, List<PseudonymPair> pairs) {
        ConversionNote note = verified.note();
        String municipality = note.municipality().value();
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(() -> {
                    if (!epochs.take(municipality) || rows.stream().anyMatch(each -> each.isUnderWay(municipality))) {
                        throw new ConversionFault(ConversionErrorCode.UNDER_WAY, Map.of("retry_after_seconds", 5L));
                    }
                    // The same note twice at once: the one that waited gets the receipt of the other.
                    Optional<Conversion> earlier = conversions.find(note.municipality(), note.id());
                    return earlier.isPresent() ? earlier.get().askedAgain(note) : changed(verified, pairs);
                });
    }

    private void checkCurrent(ConversionNote note) {
        PseudonymDomain current = domains.current(note.municipality().value());
        if (!note.from().equals(current)) {
            throw new FeedFault(FeedErrorCode.DOMAIN_NOT_CURRENT, Map.of("current", current.text()));
        }
    }

    private Conversion changed(VerifiedConversion verified, List<PseudonymPair> pairs) {
        ConversionNote note = verified.note();
        checkCurrent(note);
        conversions.stage(pairs);
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        AppendId entry =
                switch (note.kind()) {
                    case ROTATION -> rotated(verified, id, now);
                    case MERGE -> converted(verified, id);
                    case MOVE -> moved(verified, id, now);
                    case SOURCE -> throw new IllegalStateException("pairs of a source change no row");
                };
        Conversion conversion = new Conversion(id, note, entry, Optional.empty(), now);
        conversions.add(conversion);
        conversions.keepFormer(conversion);
        return conversion;
    }

    private AppendId rotated(VerifiedConversion verified, UUID id, Instant now) {
        String municipality = verified.note().municipality().value();
        if (!rows.stream().allMatch(each -> each.isCovered(municipality, now))) {
            throw new ConversionFault(ConversionErrorCode.INCOMPLETE);
        }
        epochs.begin(verified.note().to(), now);
        return converted(verified, id);
    }

    private AppendId converted(VerifiedConversion verified, UUID id) {
        rows.forEach(each -> each.convert(verified.note().municipality().value()));
        return ledger.append(verified.actor(), new ConversionEvent.Converted(id, verified.note()));
    }

    private AppendId moved(VerifiedConversion verified, UUID id, Instant now) {
        ConversionNote note = verified.note();
        rows.forEach(each -> each.leave(note.municipality().value(), now));
        moves.forEach(each -> each.moved(verified.actor(), note.from(), note.to(), now));
        tellOther(verified.actor(), id, note);
        return ledger.append(verified.actor(), new ConversionEvent.MovedOut(id, note));
    }

    private void tellOther(Actor actor, UUID id, ConversionNote note) {
        MunicipalityCode other = new MunicipalityCode(note.to().municipality());
        if (!feeds.of(other).isEmpty()) {
            ledger.append(actor, new ConversionEvent.MovedIn(id, other, note.from(), note.to(), note.pairs()));
        }
    }
}

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
    private final Conversions conversions;
    private final Feeds feeds;
    private final Ledger ledger;
    private final Clock clock;

    ConversionEffect(
            Epochs epochs,
            CurrentDomains domains,
            @All List<PseudonymRows> rows,
            Conversions conversions,
            Feeds feeds,
            Ledger ledger,
            Clock clock) {
        this.epochs = epochs;
        this.domains = domains;
        this.rows = rows;
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
                    PseudonymDomain current = domains.current(municipality);
                    if (!note.from().equals(current)) {
                        throw new FeedFault(FeedErrorCode.DOMAIN_NOT_CURRENT, Map.of("current", current.text()));
                    }
                    conversions.stage(pairs);
                    return changed(verified);
                });
    }

    private Conversion changed(VerifiedConversion verified) {
        ConversionNote note = verified.note();
        String municipality = note.municipality().value();
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        AppendId entry =
                switch (note.kind()) {
                    case ROTATION -> {
                        if (!rows.stream().allMatch(each -> each.isCovered(municipality, now))) {
                            throw new ConversionFault(ConversionErrorCode.INCOMPLETE);
                        }
                        rows.forEach(each -> each.convert(municipality));
                        epochs.begin(note.to(), now);
                        yield ledger.append(verified.actor(), new ConversionEvent.Converted(id, note));
                    }
                    case MERGE -> {
                        rows.forEach(each -> each.convert(municipality));
                        yield ledger.append(verified.actor(), new ConversionEvent.Converted(id, note));
                    }
                    case MOVE -> {
                        rows.forEach(each -> each.leave(municipality, now));
                        tellOther(verified.actor(), id, note);
                        yield ledger.append(verified.actor(), new ConversionEvent.MovedOut(id, note));
                    }
                };
        Conversion conversion = new Conversion(id, note, entry, Optional.empty(), now);
        conversions.add(conversion);
        conversions.keepFormer(conversion);
        return conversion;
    }

    private void tellOther(Actor actor, UUID id, ConversionNote note) {
        MunicipalityCode other = new MunicipalityCode(note.to().municipality());
        if (!feeds.of(other).isEmpty()) {
            ledger.append(actor, new ConversionEvent.MovedIn(id, other, note.from(), note.to(), note.pairs()));
        }
    }
}

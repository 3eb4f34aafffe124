package dk.rettidig.conversion;

import dk.rettidig.access.Action;
import dk.rettidig.fault.Fault;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Takes a conversion from its note to its receipt: identify the sender, ask the gate, answer a repeated note with what it got
 * before, read the pairs, and change all rows and enter it in one transaction.
 */
@ApplicationScoped
public class ConversionDesk {

    /** Bodies read at the same time by one replica; each takes up to 150 MB. */
    private static final int PLACES = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NoteVerification notes;
    private final Conversions conversions;
    private final ConversionEffect effect;
    private final SourceEffect sources;
    private final Gate gate;
    private final Ledger ledger;
    private final Semaphore places = new Semaphore(PLACES);

    ConversionDesk(
            NoteVerification notes,
            Conversions conversions,
            ConversionEffect effect,
            SourceEffect sources,
            Gate gate,
            Ledger ledger) {
        this.notes = notes;
        this.conversions = conversions;
        this.effect = effect;
        this.sources = sources;
        this.gate = gate;
        this.ledger = ledger;
    }

    /** What a sender gets: the same for the same conversion whenever it is asked for. */
    public record Receipt(Conversion conversion, Ledger.Covered covered) {}

    /** A request as it came in. */
    public record Incoming(@Nullable String note, String contentType, String contentEncoding, InputStream body) {}

    /**
     * Converts.
     *
     * @throws ConversionFault with a code for everything that is wrong with note, headers or body
     * @throws dk.rettidig.gate.RefusedFault when the gate refuses
     */
    public Receipt convert(Incoming incoming) {
        VerifiedConversion verified = notes.verify(incoming.note());
        gate.demand(request(verified));
        return receipt(counted(verified, incoming));
    }

    private Conversion counted(VerifiedConversion verified, Incoming incoming) {
        ConversionNote note = verified.note();
        try {
            if (!note.isCoherent()) {
                throw new ConversionFault(ConversionErrorCode.NOTE_MISMATCH, Map.of("claim", "to_domain"));
            }
            Optional<Conversion> earlier =
                    QuarkusTransaction.requiringNew().call(() -> conversions.find(note.municipality(), note.id()));
            return earlier.isPresent() ? earlier.get().askedAgain(note) : taken(verified, incoming);
        } catch (Fault fault) {
            ledger.appendCommitted(
                    verified.actor(),
                    new ConversionEvent.Refused(note, fault.errorCode().code()));
            throw fault;
        }
    }

    private static Request request(VerifiedConversion verified) {
        ConversionNote note = verified.note();
        boolean own = note.from().municipality().equals(note.municipality().value());
        return Request.plain(
                        verified.actor(),
                        Action.DELIVER_CONVERSION,
                        Purpose.CHILD_SUPPORT,
                        Optional.of(note.municipality()))
                .with("registry", verified.key().registry().value())
                .with("conversion", note.kind().id())
                .with("pseudonym_domain", note.from().text())
                .with("to_domain", note.to().text())
                .with("domain_of", own ? "self" : "other");
    }

    private Conversion taken(VerifiedConversion verified, Incoming incoming) {
        if (!notes.isTimely(verified.note())) {
            throw new ConversionFault(ConversionErrorCode.NOTE_EXPIRED);
        }
        if (!incoming.contentEncoding().isEmpty()
                || !incoming.contentType().toLowerCase(Locale.ROOT).matches("application/x-ndjson( *;.*)?")) {
            throw new ConversionFault(ConversionErrorCode.MEDIA_TYPE);
        }
        if (!places.tryAcquire()) {
            throw new ConversionFault(ConversionErrorCode.BUSY);
        }
        try {
            List<PseudonymPair> pairs = PairReader.read(incoming.body(), verified.note());
            return verified.note().kind() == ConversionKind.SOURCE
                    ? sources.take(verified, pairs)
                    : effect.take(verified, pairs);
        } finally {
            places.release();
        }
    }

    private Receipt receipt(Conversion conversion) {
        Ledger.Covered covered = conversion.covered().orElseGet(() -> {
            Ledger.Covered now = ledger.await(conversion.entry(), PATIENCE);
            return QuarkusTransaction.requiringNew().call(() -> conversions.cover(conversion, now));
        });
        return new Receipt(conversion, covered);
    }
}

package dk.rettidig.conversion;

import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.feed.intake.UnverifiedNotes;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends: the holder of the approved key that signed the note. Every failure before that looks the same from
 * outside, is counted per minute and enters nothing.
 */
@ApplicationScoped
class NoteVerification {

    private static final List<String> TYPES = List.of(ConversionNote.TYPE, "jwt", "jose");
    private static final Duration OLDEST = Duration.ofHours(24);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final RegistryKeys keys;
    private final UnverifiedNotes unverified;
    private final Clock clock;

    NoteVerification(RegistryKeys keys, UnverifiedNotes unverified, Clock clock) {
        this.keys = keys;
        this.unverified = unverified;
        this.clock = clock;
    }

    VerifiedConversion verify(@Nullable String header) {
        if (header == null || header.isBlank()) {
            unverified.count();
            throw new ConversionFault(ConversionErrorCode.NOTE_MISSING);
        }
        try {
            Jws jws = Jws.parse(header.strip());
            RegistryKey key = approved(jws);
            return checked(NoteReader.read(jws.verify(key.key())), key);
        } catch (SealException invalid) {
            unverified.count();
            throw new ConversionFault(ConversionErrorCode.NOTE_UNVERIFIED);
        }
    }

    private RegistryKey approved(Jws jws) throws SealException {
        boolean typed = jws.type()
                .map(type -> TYPES.contains(type.toLowerCase(Locale.ROOT)))
                .orElse(true);
        if (!typed) {
            throw new SealException(SealException.Reason.TYPE_REFUSED, "expected a conversion note");
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.find(jws.keyId()))
                .filter(key -> key.state() == RegistryKey.State.APPROVED)
                .orElseThrow(() -> new SealException(SealException.Reason.KEY_UNKNOWN, "no approved key has this id"));
    }

    private VerifiedConversion checked(ConversionNote note, RegistryKey key) {
        if (!note.sender().equals(key.registry()) || !note.municipality().equals(key.municipality())) {
            throw new ConversionFault(
                    ConversionErrorCode.NOTE_MISMATCH,
                    Map.of("claim", note.sender().equals(key.registry()) ? "municipality" : "iss"));
        }
        return new VerifiedConversion(note, key);
    }

    /** Whether the note's time lets it begin anything; a receipt can be asked for later. */
    boolean isTimely(ConversionNote note) {
        Instant now = clock.instant();
        return !note.issuedAt().isBefore(now.minus(OLDEST)) && !note.issuedAt().isAfter(now.plus(AHEAD));
    }
}

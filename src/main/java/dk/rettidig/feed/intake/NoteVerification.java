package dk.rettidig.feed.intake;

import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.NoteClaims;
import dk.rettidig.feed.NoteException;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends: the registry whose approved key signed the note. Every failure before that looks the same from
 * outside, is counted per minute and enters nothing.
 */
@ApplicationScoped
class NoteVerification {

    private static final List<String> TYPES = List.of(DeliveryNote.TYPE, "jwt", "jose");

    private final RegistryKeys keys;
    private final UnverifiedNotes unverified;

    NoteVerification(RegistryKeys keys, UnverifiedNotes unverified) {
        this.keys = keys;
        this.unverified = unverified;
    }

    VerifiedNote verify(@Nullable String header) {
        if (header == null || header.isBlank()) {
            unverified.count();
            throw new FeedFault(FeedErrorCode.NOTE_MISSING);
        }
        try {
            Jws jws = Jws.parse(header.strip());
            RegistryKey key = approved(jws);
            byte[] payload = jws.verify(key.key());
            return read(payload, key);
        } catch (SealException invalid) {
            unverified.count();
            throw new FeedFault(FeedErrorCode.NOTE_UNVERIFIED);
        }
    }

    private RegistryKey approved(Jws jws) throws SealException {
        boolean typed = jws.type()
                .map(type -> TYPES.contains(type.toLowerCase(java.util.Locale.ROOT)))
                .orElse(true);
        if (!typed) {
            throw new SealException(SealException.Reason.TYPE_REFUSED, "expected a delivery note");
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> keys.find(jws.keyId()))
                .filter(key -> key.state() == RegistryKey.State.APPROVED)
                .orElseThrow(() -> new SealException(SealException.Reason.KEY_UNKNOWN, "no approved key has this id"));
    }

    private static VerifiedNote read(byte[] payload, RegistryKey key) {
        try {
            DeliveryNote note = NoteClaims.parse(payload);
            if (!note.registry().equals(key.registry()) || !note.municipality().equals(key.municipality())) {
                throw new FeedFault(
                        FeedErrorCode.NOTE_MISMATCH,
                        Map.of("claim", note.registry().equals(key.registry()) ? "municipality" : "iss"));
            }
            return new VerifiedNote(note, key);
        } catch (NoteException malformed) {
            throw new FeedFault(malformed.reason(), malformed.details());
        }
    }
}

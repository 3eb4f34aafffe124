package dk.rettidig.review.reidentification;

import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.ledger.CheckpointSigner;
import dk.rettidig.ledger.LedgerSettings;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.seal.VerifyingKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;

/**
 * Signs and reads this installation's tickets, with a key of their own beside the ledger's keys: a checkpoint can never pass for
 * a ticket. The key is made when it is first needed.
 */
@Singleton
public class TicketKey {

    private final SigningKey key;
    private final CheckpointSigner log;

    /** Loads the key from the directory of keys, or creates it. */
    @Inject
    TicketKey(LedgerSettings settings, CheckpointSigner log) throws SealException {
        this.key = KeyFile.signingKeyOrNew(settings.keys().resolve("reidentification-ticket.key"), new SecureRandom());
        this.log = log;
    }

    /** The public part, which vaults pin. */
    public VerifyingKey verifyingKey() {
        return key.verifyingKey();
    }

    /** The installation as tickets name it: the log's name. */
    public String issuer() {
        return log.origin();
    }

    /** The public keys of the log, which vaults pin as well: vkeys. */
    public List<String> logKeys() {
        return log.verifierKeys().stream().map(VerifierKey::encode).toList();
    }

    String sign(Ticket ticket) {
        return Jws.sign(key, Ticket.TYPE, ticket.payload());
    }

    /**
     * Reads a ticket that this key signed.
     *
     * @throws SealException for anything else; it says nothing of what stands there
     */
    Ticket verified(String compact) throws SealException {
        return verified(compact, key.verifyingKey());
    }

    /**
     * Reads a ticket that this key signed: for whoever pinned it.
     *
     * @throws SealException for anything else; it says nothing of what stands there
     */
    public static Ticket verified(String compact, VerifyingKey service) throws SealException {
        Jws jws = Jws.parse(compact);
        if (!jws.type().map(Ticket.TYPE::equals).orElse(false)) {
            throw new SealException(SealException.Reason.TYPE_REFUSED, "expected a ticket for re-identification");
        }
        return Ticket.read(jws.verify(service));
    }
}

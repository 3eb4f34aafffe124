package dk.rettidig.flag.member;

import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;

/** Makes leaves and tickets of children under one salt. Not safe for use by several threads; make one for each. */
public final class MemberLeaves {

    private final Mac mac;
    private final MessageDigest digest;
    private final byte[] keyed = new byte[Hash.LENGTH + 1];

    /** Leaves under this salt. */
    public MemberLeaves(RunSalt salt) {
        this.mac = salt.mac();
        this.digest = sha256();
    }

    /**
     * Writes the leaf of a child: SHA-256(HMAC-SHA-256(salt, pseudonym) ‖ status).
     *
     * @param pseudonym 32 bytes
     * @param target receives 32 bytes from {@code offset}
     */
    public void leaf(byte[] pseudonym, MemberStatus status, byte[] target, int offset) {
        try {
            mac.update(pseudonym);
            mac.doFinal(keyed, 0);
            keyed[Hash.LENGTH] = status.code();
            digest.update(keyed);
            digest.digest(target, offset, Hash.LENGTH);
        } catch (GeneralSecurityException noRoom) {
            throw new IllegalArgumentException("no room for a leaf of 32 bytes", noRoom);
        }
    }

    /** The leaf of a child. */
    public Hash leaf(Pseudonym pseudonym, MemberStatus status) {
        byte[] leaf = new byte[Hash.LENGTH];
        leaf(pseudonym.bytes(), status, leaf, 0);
        return Hash.of(leaf);
    }

    /** What became of a child in a run; empty when it was not in it. */
    public Optional<MemberStatus> find(Pseudonym pseudonym, Membership membership) {
        return Arrays.stream(MemberStatus.values())
                .filter(status -> membership.indexOf(leaf(pseudonym, status)).isPresent())
                .findFirst();
    }

    /** A child's ticket of the lot: SHA-256(nonce ‖ HMAC-SHA-256(salt, pseudonym)). */
    public Hash ticket(Pseudonym pseudonym, Hash nonce) {
        digest.update(nonce.bytes());
        return Hash.of(digest.digest(mac.doFinal(pseudonym.bytes())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

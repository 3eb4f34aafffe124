package dk.rettidig.ledger;

import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.KeyedDigest;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SealedBox;
import dk.rettidig.seal.SymmetricKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Seals what may have to be erased under keys that live outside the database and its backups: {@code ledger-erasure.key},
 * and one key a month in {@code ledger-erasure/}. A backup of the database without the keys opens nothing; destroying a
 * month's key erases what was sealed in that month from every backup; destroying all erases everything at once. Boxes are
 * AES-256-GCM-SIV (RFC 8452); names are looked up by HMAC-SHA256. docs/ledger.md, section "Erasure".
 */
@Singleton
public class ErasureBox {

    /** Bytes by which a box names its month: two fixed ones, then months since January 2000. */
    private static final int PREFIX = 4;

    private static final short MARK = 0x4D4B;
    private static final int FIRST_YEAR = 2000;
    private static final int MONTHS = 12;

    private final SealedBox box;
    private final SymmetricKey lookupKey;
    private final MonthKeys months;

    /** Loads the key from the settings' directory, or creates it. */
    @Inject
    public ErasureBox(LedgerSettings settings) throws SealException {
        this(settings.keys().resolve("ledger-erasure.key"), new SecureRandom());
    }

    ErasureBox(Path file, SecureRandom random) throws SealException {
        try (SymmetricKey key = KeyFile.symmetricKeyOrNew(file, random)) {
            box = new SealedBox(KeyedDigest.derive(key, "rettidig ledger seal"), random);
            lookupKey = KeyedDigest.derive(key, "rettidig ledger lookup");
        }
        months = new MonthKeys(file.resolveSibling("ledger-erasure"), random);
    }

    /** Seals content that only opens in the same context. */
    public byte[] seal(byte[] content, String context) {
        return box.seal(content, context.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals the same under the key of the month (UTC) of this moment, with which it will be destroyed. */
    byte[] seal(byte[] content, String context, Instant at) {
        YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        try {
            byte[] sealed = months.of(month).seal(content, context.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(PREFIX + sealed.length)
                    .put(prefix(month))
                    .put(sealed)
                    .array();
        } catch (SealException failure) {
            throw new LedgerFault(LedgerErrorCode.APPEND_UNAVAILABLE, failure);
        }
    }

    /**
     * Opens what was sealed in this context, whichever way.
     *
     * @throws SealException {@code CIPHERTEXT_INVALID} also when the key of its month was destroyed
     */
    public byte[] open(byte[] sealed, String context) throws SealException {
        Optional<SealedBox> ofMonth = ofMonth(sealed);
        if (ofMonth.isPresent()) {
            try {
                return ofMonth.get()
                        .open(
                                Arrays.copyOfRange(sealed, PREFIX, sealed.length),
                                context.getBytes(StandardCharsets.UTF_8));
            } catch (SealException notOfAMonth) {
                // one in four thousand million boxes without a month begins like one
                return box.open(sealed, context.getBytes(StandardCharsets.UTF_8));
            }
        }
        return box.open(sealed, context.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<SealedBox> ofMonth(byte[] sealed) throws SealException {
        if (sealed.length < PREFIX || ByteBuffer.wrap(sealed).getShort() != MARK) {
            return Optional.empty();
        }
        int since = Short.toUnsignedInt(ByteBuffer.wrap(sealed).getShort(Short.BYTES));
        return months.kept(YearMonth.of(FIRST_YEAR, 1).plusMonths(since));
    }

    /** How the boxes of a month begin. */
    static byte[] prefix(YearMonth month) {
        int since = (month.getYear() - FIRST_YEAR) * MONTHS + month.getMonthValue() - 1;
        return ByteBuffer.allocate(PREFIX)
                .putShort(MARK)
                .putShort((short) since)
                .array();
    }

    /** Months whose keys are there, oldest first. */
    SortedSet<YearMonth> months() throws SealException {
        return months.months();
    }

    /** Destroys a month's key: what it sealed opens nowhere any more. */
    void destroy(YearMonth month) throws SealException {
        months.destroy(month);
    }

    /** What a name is looked up by, 32 bytes; says nothing about the name to whoever lacks the key. */
    public byte[] lookup(String name) {
        return KeyedDigest.of(lookupKey, name.getBytes(StandardCharsets.UTF_8));
    }
}

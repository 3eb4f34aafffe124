package dk.rettidig.testing;

import dk.rettidig.authority.DomainKey;
import dk.rettidig.authority.DomainKeyFile;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The keys of the authority in tests: a whole one, and all three shares of a split one (holders never share a process). */
public final class DomainKeys {

    public static final PseudonymDomain WHOLE = PseudonymDomain.parse("999.child_support.1");
    /** Whole too. */
    public static final PseudonymDomain NEXT = WHOLE.next();

    /** Of the same use as {@link #WHOLE} in another municipality. */
    public static final PseudonymDomain FOREIGN = PseudonymDomain.parse("101.child_support.1");

    /** Of a source of {@link #WHOLE}, which has a domain of its own. */
    public static final PseudonymDomain SCHOOL = PseudonymDomain.parse("999.child_support.school.1");

    public static final PseudonymDomain SCHOOL_NEXT = SCHOOL.next();

    /** Of another source. */
    public static final PseudonymDomain DAY_CARE = PseudonymDomain.parse("999.child_support.day_care.1");

    public static final PseudonymDomain SPLIT = PseudonymDomain.parse("999.shared_key.1");
    public static final PseudonymDomain SPLIT_NEXT = SPLIT.next();

    /** Whole; for the one test that erases it. */
    public static final PseudonymDomain ERASABLE = PseudonymDomain.parse("999.erasable.1");

    static final String PASSPHRASE = "a passphrase of the tests";

    private static final Map<PseudonymDomain, OprfKey> KEYS = new ConcurrentHashMap<>();

    private static final AtomicReference<@Nullable Path> STORE = new AtomicReference<>();

    private DomainKeys() {}

    static void create(Path directory) throws IOException {
        STORE.set(directory);
        try {
            for (PseudonymDomain domain : List.of(WHOLE, NEXT, FOREIGN, ERASABLE, SCHOOL, SCHOOL_NEXT, DAY_CARE)) {
                OprfKey key = OprfKey.generate();
                KEYS.put(domain, key);
                DomainKeyFile.create(directory, new DomainKey(domain, 0, key, key.publicKey()), PASSPHRASE);
            }
            for (PseudonymDomain domain : List.of(SPLIT, SPLIT_NEXT)) {
                OprfKey key = OprfKey.generate();
                KEYS.put(domain, key);
                for (SplitKey.Share share : SplitKey.split(key)) {
                    DomainKeyFile.create(
                            directory, new DomainKey(domain, share.holder(), share.key(), key.publicKey()), PASSPHRASE);
                }
            }
        } catch (OprfException | SealException impossible) {
            throw new IOException(impossible);
        }
    }

    /** The key of {@link #WHOLE}, to check answers by. */
    public static OprfKey key() {
        return key(WHOLE);
    }

    /** The whole key of a domain, to check answers by. */
    public static OprfKey key(PseudonymDomain domain) {
        OprfKey key = KEYS.get(domain);
        if (key == null) {
            throw new IllegalStateException("the test does not name RealDatabase as its resource");
        }
        return key;
    }

    /** The directory of the key store. */
    public static Path store() {
        Path store = STORE.get();
        if (store == null) {
            throw new IllegalStateException("the test does not name RealDatabase as its resource");
        }
        return store;
    }
}

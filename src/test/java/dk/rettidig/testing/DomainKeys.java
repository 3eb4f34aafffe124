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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The keys of the authority in tests: a whole one, and all three shares of a split one (holders never share a process). */
public final class DomainKeys {

    public static final PseudonymDomain WHOLE = PseudonymDomain.parse("999.child_support.1");
    public static final PseudonymDomain SPLIT = PseudonymDomain.parse("999.child_support.2");

    /** A domain of another municipality, which no client of 999 may ask about. */
    public static final PseudonymDomain FOREIGN = PseudonymDomain.parse("101.child_support.1");

    static final String PASSPHRASE = "a passphrase of the tests";

    private static final AtomicReference<@Nullable OprfKey> KEY = new AtomicReference<>();

    private DomainKeys() {}

    static void create(Path directory) throws IOException {
        try {
            OprfKey whole = OprfKey.generate();
            OprfKey split = OprfKey.generate();
            OprfKey foreign = OprfKey.generate();
            DomainKeyFile.create(directory, new DomainKey(WHOLE, 0, whole, whole.publicKey()), PASSPHRASE);
            DomainKeyFile.create(directory, new DomainKey(FOREIGN, 0, foreign, foreign.publicKey()), PASSPHRASE);
            for (SplitKey.Share share : SplitKey.split(split)) {
                DomainKeyFile.create(
                        directory, new DomainKey(SPLIT, share.holder(), share.key(), split.publicKey()), PASSPHRASE);
            }
            KEY.set(whole);
        } catch (OprfException | SealException impossible) {
            throw new IOException(impossible);
        }
    }

    /** The key of {@link #WHOLE}, to check answers by. */
    public static OprfKey key() {
        OprfKey key = KEY.get();
        if (key == null) {
            throw new IllegalStateException("the test does not name RealDatabase as its resource");
        }
        return key;
    }
}

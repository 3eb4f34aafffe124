package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.SplitKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads pinned keys from what options say. */
final class KeyOptions {

    private KeyOptions() {}

    /** The published key, given as text or in a file. */
    static Element published(@Nullable String text, @Nullable Path file, String option) throws IOException {
        if (text != null) {
            return element(text, option);
        }
        if (file == null) {
            throw new IllegalArgumentException(option + " or " + option + "-file is needed: without it nothing shows"
                    + " whose key made the pseudonyms.");
        }
        return element(Files.readString(file, StandardCharsets.US_ASCII), option);
    }

    /** Who is asked: one with the whole key, or two with a share each. */
    static List<Holder> holders(List<URI> urls, List<String> shareKeys, Element whole, String option) {
        if (urls.size() == 1 && shareKeys.isEmpty()) {
            return List.of(new Holder(urls.get(0), 0, whole));
        }
        if (urls.size() != SplitKey.NEEDED || shareKeys.size() != SplitKey.NEEDED) {
            throw new IllegalArgumentException(
                    "Give one --authority, or two with a " + option + " N=BASE64 each, in the same order.");
        }
        List<Holder> holders = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            String text = shareKeys.get(i);
            if (!text.matches("[1-" + SplitKey.HOLDERS + "]=.+")) {
                throw new IllegalArgumentException(option + " is N=BASE64, N from 1 to " + SplitKey.HOLDERS + ".");
            }
            holders.add(new Holder(urls.get(i), text.charAt(0) - '0', element(text.substring(2), option)));
        }
        if (holders.get(0).holder() == holders.get(1).holder()) {
            throw new IllegalArgumentException("The two " + option + " are of the same holder.");
        }
        return holders;
    }

    private static Element element(String text, String option) {
        try {
            return Element.parse(Base64.getDecoder().decode(text.strip()));
        } catch (OprfException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    option + " is 33 bytes of compressed SEC1 in base64, as the authority publishes it.", wrong);
        }
    }
}

package dk.rettidig.oversight.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A document made of what runs.
 *
 * @param id its name without an ending, lower case and hyphens
 * @param markdown its text, which begins with its title in both languages
 */
public record Document(String id, String markdown) {

    private static final Pattern OPEN = Pattern.compile("\\*\\*OPEN:\\*\\*");

    /** Its title in Danish. */
    public String danish() {
        return title()[0];
    }

    /** Its title in English. */
    public String english() {
        return title()[1];
    }

    private String[] title() {
        String first = markdown.lines().findFirst().orElse("").replaceFirst("^# ", "");
        String[] both = first.split(" / ", 2);
        return both.length == 2 ? both : new String[] {first, first};
    }

    /** How many questions it leaves to the municipality and the provider. */
    public int openQuestions() {
        return (int) OPEN.matcher(markdown).results().count();
    }

    /** SHA-256 of its Markdown in UTF-8, hex. */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(markdown.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

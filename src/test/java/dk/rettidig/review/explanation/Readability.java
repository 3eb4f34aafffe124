package dk.rettidig.review.explanation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Björnsson's readability index LIX (1968): words in a sentence, and of 100 words those of more than six letters. Below 25
 * a text is one for children, below 35 one of fiction. Sentences end with a full stop, an exclamation or a question mark;
 * Björnsson also counts colons, which would make lists look easier than they are.
 */
final class Readability {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,-][\\p{L}\\p{N}]+)*");
    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)");
    private static final int LONG = 6;

    private Readability() {}

    /** The index of a text. */
    static double lix(String text) {
        int words = 0;
        int many = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words++;
            many += word.group().length() > LONG ? 1 : 0;
        }
        long sentences = Math.max(1, END.matcher(text).results().count());
        return (double) words / sentences + 100.0 * many / words;
    }
}

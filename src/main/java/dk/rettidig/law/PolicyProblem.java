package dk.rettidig.law;

/**
 * One reason why a policy set cannot be enforced.
 *
 * @param file path inside {@code policies/}
 * @param line from 1; 0 when the file as a whole is meant
 * @param found what is wrong
 * @param todo what to do about it
 */
public record PolicyProblem(String file, int line, String found, String todo) {

    /** Printed as {@code file:line: found; todo}, which editors understand. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + found + "; " + todo;
    }
}

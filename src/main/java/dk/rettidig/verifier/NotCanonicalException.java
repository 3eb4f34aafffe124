package dk.rettidig.verifier;

/** Somewhere the bytes are not as they have to be. Carries nothing: one instance, no stack trace, thrown on hot paths. */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has neither trace nor suppressed exceptions to share
final class NotCanonicalException extends Exception {

    static final NotCanonicalException INSTANCE = new NotCanonicalException();

    private static final long serialVersionUID = 1L;

    private NotCanonicalException() {
        super("not as it has to be", null, false, false);
    }
}

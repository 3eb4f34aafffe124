package dk.rettidig.cli.feed;

/** A file that says too little for a note to be written: no indicator or no period, and no option that says it. */
final class IncompleteFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String danish;
    private final String english;

    IncompleteFile(String danish, String english) {
        super(danish + " / " + english);
        this.danish = danish;
        this.english = english;
    }

    String danish() {
        return danish;
    }

    String english() {
        return english;
    }
}

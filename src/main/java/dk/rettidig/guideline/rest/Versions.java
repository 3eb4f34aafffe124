package dk.rettidig.guideline.rest;

import java.util.Optional;

/** The ETag of what people edit: how many versions there are. */
final class Versions {

    private Versions() {}

    /** A text that is no tag of ours counts as one that was read long ago; none at all is asked for. */
    static Optional<Integer> read(Optional<String> tag) {
        return tag.map(
                text -> text.matches("\"[0-9]{1,9}\"") ? Integer.parseInt(text.substring(1, text.length() - 1)) : -1);
    }
}

package dk.rettidig.feed.body;

import java.io.IOException;

/** Carries a rejection through the interfaces of streams, which know no other exception. */
final class Rejection extends IOException {

    private static final long serialVersionUID = 1L;

    private final BodyRejected rejected;

    Rejection(BodyRejected rejected) {
        super(rejected.getMessage(), rejected);
        this.rejected = rejected;
    }

    BodyRejected rejected() {
        return rejected;
    }
}

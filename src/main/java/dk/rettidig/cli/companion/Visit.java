package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.Sessions.Session;
import dk.rettidig.web.Language;

/** A request of a known browser, its form read and its token compared. */
record Visit(Session session, Language language, String path, Form form) {

    @Override
    public String toString() {
        return "Visit[hidden]";
    }
}

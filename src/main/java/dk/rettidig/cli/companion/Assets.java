package dk.rettidig.cli.companion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Styles, scripts and the icon, from the class path: the service's own and one script of ours. */
final class Assets {

    static final String PATH = "/assets/";

    private static final Map<String, String> TYPES = Map.of(
            "govuk-frontend.min.css", "text/css; charset=utf-8",
            "rettidig.css", "text/css; charset=utf-8",
            "companion.css", "text/css; charset=utf-8",
            "govuk-frontend.min.js", "text/javascript; charset=utf-8",
            "companion.js", "text/javascript; charset=utf-8",
            "rettidig.svg", "image/svg+xml");

    private Assets() {}

    /** The file of an address, when there is one. */
    static Optional<Answer> of(String path) throws IOException {
        String name = path.substring(PATH.length());
        String type = TYPES.get(name);
        if (type == null) {
            return Optional.empty();
        }
        String own = name.startsWith("companion.") ? name : "/META-INF/resources/assets/" + name;
        try (InputStream in = Assets.class.getResourceAsStream(own)) {
            return in == null ? Optional.empty() : Optional.of(new Answer(200, type, in.readAllBytes(), Map.of()));
        }
    }
}

package dk.rettidig.cli.companion;

import dk.rettidig.web.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** What the pages say, in both languages. */
final class Texts {

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            texts.put(language, read(language.tag() + ".properties"));
        }
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own texts cannot be read", broken);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }

    /** All texts of a language, by name. */
    Map<String, String> all(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    /** One text. */
    String text(Language language, String name) {
        return Objects.requireNonNull(all(language).get(name), name);
    }
}

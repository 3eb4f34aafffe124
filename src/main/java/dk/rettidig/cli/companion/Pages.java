package dk.rettidig.cli.companion;

import dk.rettidig.web.Language;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes pages from templates. Every value is escaped; a value that a template names and nobody gave is an error. */
final class Pages {

    /** A section of the navigation; {@code forms} is how the addresses begin that its forms post to. */
    private record Section(String path, String title, String forms) {

        boolean has(String address) {
            return address.equals(path) || address.startsWith(forms);
        }
    }

    private static final List<Section> SECTIONS = List.of(
            new Section("/", "navNumber", "/pseudonym"),
            new Section("/unborn", "navUnborn", "/unborn"),
            new Section("/waiting", "navWaiting", "/merge"),
            new Section("/ticket", "navTicket", "/ticket"));

    private final Texts texts;
    private final String base;
    private final Engine engine;

    /**
     * Makes pages.
     *
     * @param base how the addresses begin that only a browser that was let in knows
     */
    Pages(Texts texts, String base) {
        this.texts = texts;
        this.base = base;
        this.engine = Engine.builder()
                .addDefaults()
                .strictRendering(true)
                .addLocator(Pages::locate)
                .addResultMapper(new Escaping())
                .build();
    }

    Texts texts() {
        return texts;
    }

    /** How the addresses begin that only a browser that was let in knows; without the slash at the end. */
    String base() {
        return base;
    }

    /** A page of somebody who may see the sections. */
    Answer page(int status, Visit visit, String template, Map<String, Object> values) {
        List<Map<String, Object>> navigation = SECTIONS.stream()
                .map(section -> Map.<String, Object>of(
                        "path", section.path(),
                        "text", texts.text(visit.language(), section.title()),
                        "current", section.has(visit.path())))
                .toList();
        return Answer.html(
                status,
                shell(template, visit.language(), values)
                        .data("navigation", navigation)
                        .data("base", base)
                        .data("token", visit.session().formToken())
                        .render());
    }

    /** A page outside the sections, for a browser that was let in. */
    Answer outside(int status, Visit visit, String template, Map<String, Object> values) {
        return Answer.html(
                status,
                shell(template, visit.language(), values)
                        .data("navigation", List.of())
                        .data("base", base)
                        .data("token", visit.session().formToken())
                        .render());
    }

    /** A page for anybody: tells neither where the others are nor a token. */
    Answer bare(int status, Language language, String template, Map<String, Object> values) {
        return Answer.html(
                status,
                shell(template, language, values)
                        .data("navigation", List.of())
                        .data("base", "")
                        .data("token", "")
                        .render());
    }

    private TemplateInstance shell(String template, Language language, Map<String, Object> values) {
        TemplateInstance instance = engine.getTemplate(template).instance();
        values.forEach(instance::data);
        return instance.data("t", texts.all(language))
                .data("language", language.tag())
                .data("danish", language == Language.DANISH);
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        InputStream found = id.matches("[a-z-]+") ? Pages.class.getResourceAsStream(id + ".html") : null;
        return found == null ? Optional.empty() : Optional.of(new Found(found));
    }

    private record Found(InputStream in) implements TemplateLocator.TemplateLocation {

        @Override
        public Reader read() {
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }

    /** Escapes whatever is put into a template, in text and in attributes alike; there is no way around it. */
    private static final class Escaping implements ResultMapper {

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return true;
        }

        @Override
        public String map(Object result, Expression expression) {
            StringBuilder escaped = new StringBuilder();
            result.toString().chars().forEach(c -> {
                switch (c) {
                    case '&' -> escaped.append("&amp;");
                    case '<' -> escaped.append("&lt;");
                    case '>' -> escaped.append("&gt;");
                    case '"' -> escaped.append("&quot;");
                    case '\'' -> escaped.append("&#39;");
                    default -> escaped.append((char) c);
                }
            });
            return escaped.toString();
        }
    }
}

package dk.rettidig.guideline.page;

import dk.rettidig.guideline.Guideline;
import dk.rettidig.law.Confidence;
import dk.rettidig.law.GuidelinePoint;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What pages say of guidelines and points. */
final class GuidelineLabels {

    private static final Set<String> WEB = Set.of("http", "https");

    private GuidelineLabels() {}

    /**
     * One of several that somebody can choose.
     *
     * @param field the id of its box on the page
     */
    record Choice(String field, String id, String text, boolean chosen) {}

    static String state(Guideline guideline, LocalDate today, Language language) {
        String state =
                language.choose(guideline.state().danish(), guideline.state().english());
        Optional<LocalDate> later = guideline.inForceFrom().filter(from -> guideline.alive() && from.isAfter(today));
        return later.map(from -> state + language.choose(", fra ", ", from ") + Words.date(from, language))
                .orElse(state);
    }

    static String day(Optional<LocalDate> day, Language language) {
        return day.map(each -> Words.date(each, language)).orElse("");
    }

    static String title(GuidelinePoint point, Language language) {
        return language.choose(point.danish(), point.english());
    }

    static String source(GuidelinePoint point, Language language) {
        String own = language.choose("Vores", "Ours");
        String source = point.source().equals("Ours") ? own : point.source();
        return point.ref() + " (" + confidence(point.confidence(), language) + ") · " + source + " ("
                + confidence(point.sourceConfidence(), language) + ")";
    }

    private static String confidence(Confidence confidence, Language language) {
        return switch (confidence) {
            case READ -> language.choose("læst", "read");
            case READ_SECONDARY -> language.choose("læst hos andre", "read in a secondary source");
            case MEMORY_HIGH -> language.choose("efter hukommelsen, sikker", "from memory, confident");
            case MEMORY -> language.choose("efter hukommelsen", "from memory");
            case MEMORY_LOW ->
                language.choose(
                        "efter hukommelsen, usikker: hold det op mod kilden", "from memory, weak: check the source");
            case PROPOSAL -> language.choose("et forslag", "a proposal");
        };
    }

    /** Where the guideline is kept, when that is an address on the web; empty for anything else, which is shown as text. */
    static String link(String kept) {
        try {
            URI address = new URI(kept);
            boolean web = address.getScheme() != null
                    && WEB.contains(address.getScheme().toLowerCase(java.util.Locale.ROOT))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
            return web ? kept : "";
        } catch (URISyntaxException reference) {
            return "";
        }
    }
}

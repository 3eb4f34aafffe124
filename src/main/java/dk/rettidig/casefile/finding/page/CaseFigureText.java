package dk.rettidig.casefile.finding.page;

import dk.rettidig.casefile.finding.CaseFigures;
import dk.rettidig.casefile.finding.CaseFigures.Figure;
import dk.rettidig.casefile.finding.CaseRuleTexts;
import dk.rettidig.casefile.finding.FoundState;
import dk.rettidig.law.CaseRule;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts in words.
 *
 * @param checkedOn empty before the first check
 * @param now by rule and unit, as of the latest month that the reader may see
 * @param months the months of the trend, oldest first
 */
record CaseFigureText(
        String checkedOn,
        String cases,
        boolean guarded,
        String month,
        List<Now> now,
        List<String> months,
        List<Trend> trend,
        List<RuleText> rules) {

    private static final int MONTHS = 6;

    /** How a rule stands in a unit. */
    record Now(String rule, String unit, String breached, String open, String undecidable, String late, String met) {}

    /** How many were not on record in time, month by month. */
    record Trend(String rule, List<String> breached) {}

    /** A rule with its provision. */
    record RuleText(String text, String id, int version, String ref, String severity, String from) {}

    static CaseFigureText of(CaseFigures figures, CaseRuleTexts texts, Language language) {
        Reading reading = new Reading(figures, texts, language);
        return new CaseFigureText(
                figures.newest().map(check -> Words.date(check.day(), language)).orElse(""),
                figures.newest()
                        .map(check -> Words.count(check.cases(), language))
                        .orElse(""),
                figures.guarded(),
                reading.months().stream().findFirst().map(reading::month).orElse(""),
                reading.now(),
                reading.months().reversed().stream().map(reading::month).toList(),
                reading.trend(),
                texts.all().stream().map(rule -> rule(rule, language)).toList());
    }

    private static RuleText rule(CaseRule rule, Language language) {
        return new RuleText(
                language.choose(rule.danish(), rule.english()),
                rule.id(),
                rule.version(),
                rule.ref(),
                language.choose(rule.severity().danish(), rule.severity().english()),
                Words.date(rule.inForceFrom(), language));
    }

    private record Key(String rule, Optional<Integer> unit) {}

    private record Reading(CaseFigures figures, CaseRuleTexts texts, Language language) {

        /** Newest first. */
        List<LocalDate> months() {
            return figures.figures().stream()
                    .map(Figure::month)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .limit(MONTHS)
                    .toList();
        }

        String month(LocalDate first) {
            return first.toString().substring(0, 7);
        }

        List<Now> now() {
            Optional<LocalDate> newest = months().stream().findFirst();
            return figures.figures().stream()
                    .filter(figure -> newest.filter(figure.month()::equals).isPresent())
                    .map(figure -> new Key(figure.rule(), figure.unit()))
                    .distinct()
                    .sorted(Comparator.comparing(Key::rule)
                            .thenComparing(key -> key.unit().orElse(0)))
                    .map(key -> new Now(
                            texts.text(key.rule(), language),
                            key.unit().map(Object::toString).orElse("–"),
                            count(newest, key, Set.of(FoundState.BREACHED)),
                            count(newest, key, Set.of(FoundState.OPEN)),
                            count(newest, key, Set.of(FoundState.UNDECIDABLE, FoundState.DISORDER)),
                            count(newest, key, Set.of(FoundState.LATE)),
                            count(newest, key, Set.of(FoundState.MET))))
                    .toList();
        }

        private String count(Optional<LocalDate> month, Key key, Set<FoundState> states) {
            return text(figures.figures().stream()
                    .filter(figure -> month.filter(figure.month()::equals).isPresent())
                    .filter(figure -> key.equals(new Key(figure.rule(), figure.unit())))
                    .filter(figure -> states.contains(figure.state()))
                    .toList());
        }

        List<Trend> trend() {
            return figures.figures().stream()
                    .filter(figure -> figure.state() == FoundState.BREACHED)
                    .map(Figure::rule)
                    .distinct()
                    .sorted()
                    .map(rule -> new Trend(
                            texts.text(rule, language),
                            months().reversed().stream()
                                    .map(month -> breached(rule, month))
                                    .toList()))
                    .toList();
        }

        private String breached(String rule, LocalDate month) {
            return text(figures.figures().stream()
                    .filter(figure -> figure.state() == FoundState.BREACHED
                            && figure.rule().equals(rule)
                            && figure.month().equals(month))
                    .toList());
        }

        /** Zero, a sum, or how few there are when one of them is hidden. */
        private String text(List<Figure> some) {
            if (some.stream().anyMatch(figure -> figure.findings().isEmpty())) {
                return language.choose("under ", "below ") + CaseFigures.FEWEST;
            }
            return Words.count(
                    some.stream()
                            .flatMap(figure -> Stream.of(figure.findings().getAsLong()))
                            .mapToLong(Long::longValue)
                            .sum(),
                    language);
        }
    }
}

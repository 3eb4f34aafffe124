package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.ledger.Commitment;
import dk.rettidig.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The commitment in a flag's entry to the values that the flag rests on: {@link Commitment} over the lines below, in UTF-8, each
 * ended by a line feed. The salt is the flag's own and is erased with its content (GDPR art. 5(1)(e)).
 *
 * <pre>
 * flag ID
 * fact INDICATOR FROM TO BITS KNOWN_AT     one a fact, by indicator and day; BITS: IEEE 754, 16 hexadecimal digits
 * missing INDICATOR ...
 * retracted INDICATOR ...
 * stale INDICATOR ...
 * </pre>
 */
final class CopyCommitment {

    /** The field's name in the entry. */
    static final String FIELD = "values";

    private CopyCommitment() {}

    /** Of a flag that is raised. */
    static String of(RaisedFlag flag) {
        return of(flag.salt(), lines(flag.id(), flag.facts(), flag.missing(), flag.retracted(), flag.stale()));
    }

    /** Of a flag's stored copy. */
    static String of(Hash salt, FlagFacts facts) {
        return of(salt, lines(facts.listing().id(), facts.values(), facts.missing(), facts.retracted(), facts.stale()));
    }

    private static String of(Hash salt, String lines) {
        return Commitment.of(FIELD, salt.bytes(), lines.getBytes(StandardCharsets.UTF_8))
                .hash();
    }

    private static String lines(
            FlagId flag,
            List<FlagFacts.Fact> facts,
            List<IndicatorId> missing,
            List<IndicatorId> retracted,
            List<IndicatorId> stale) {
        StringBuilder lines = new StringBuilder("flag " + flag + "\n");
        facts.stream()
                .sorted(Comparator.comparing(FlagFacts.Fact::indicator).thenComparing(FlagFacts.Fact::from))
                .forEach(fact -> lines.append(line(fact)));
        return lines.append(line("missing", missing))
                .append(line("retracted", retracted))
                .append(line("stale", stale))
                .toString();
    }

    /** PostgreSQL keeps microseconds. */
    private static String line(FlagFacts.Fact fact) {
        return "fact " + fact.indicator().value() + " " + fact.from() + " " + fact.to() + " "
                + "%016x".formatted(Double.doubleToLongBits(fact.value())) + " "
                + fact.knownAt().truncatedTo(ChronoUnit.MICROS) + "\n";
    }

    private static String line(String name, List<IndicatorId> indicators) {
        return indicators.stream().sorted().map(IndicatorId::value).collect(Collectors.joining(" ", name + " ", "\n"));
    }
}

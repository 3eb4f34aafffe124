package dk.rettidig.testing;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.RaisedFlag;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.flag.RunEffect;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.scoring.ModelRef;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Flags as a finished run leaves them, for tests of what happens to them afterwards. Synthetic, of invented children. */
public final class RaisedFlags {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Instant STARTED = Instant.parse("2026-11-20T06:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-20T06:01:00Z");
    private static final double AVERAGE = -2.5;

    private RaisedFlags() {}

    /** Raises one flag a probability, all with the same facts, in a run of their own. */
    public static List<FlagId> raise(MunicipalityCode municipality, Instant deadline, double... probabilities) {
        List<RaisedFlag> flags = new ArrayList<>();
        for (double probability : probabilities) {
            flags.add(flag(deadline, probability));
        }
        finish(municipality, flags);
        return flags.stream().map(RaisedFlag::id).toList();
    }

    private static void finish(MunicipalityCode municipality, List<RaisedFlag> flags) {
        Runs runs = Arc.container().instance(Runs.class).get();
        Run run = new Run(
                new RunId(UUID.randomUUID()),
                new RunRequest(
                        municipality,
                        new BasisId("lb.demo.notified"),
                        Phase.DEMO,
                        ScopeKind.NOTIFIED,
                        new ModelRef("scorecard", "1.0.0"),
                        Set.of(),
                        AS_OF),
                new PolicyDigest("0".repeat(64)),
                new RunState.Started(STARTED));
        UUID holder = UUID.randomUUID();
        Membership membership = Membership.sorting(random(Hash.LENGTH * flags.size()));
        RunEffect effect = new RunEffect(
                ENDED,
                new RunCounts(flags.size(), flags.size(), 0, flags.size(), flags.size()),
                Map.of(),
                AbstentionCounts.NONE,
                RunSalt.fresh(RANDOM),
                membership,
                Optional.empty(),
                flags);
        QuarkusTransaction.requiringNew().run(() -> {
            runs.start(run, holder, Duration.ofMinutes(1));
            runs.finish(run, holder, effect);
        });
    }

    private static RaisedFlag flag(Instant deadline, double probability) {
        return of(Pseudonym.of(random(Pseudonym.LENGTH)), deadline, probability);
    }

    /** A flag of this child, to be finished with a run. */
    public static RaisedFlag of(Pseudonym child, Instant deadline, double probability) {
        return new RaisedFlag(
                new FlagId(UUID.randomUUID()),
                child,
                deadline,
                List.of(
                        fact("NOTIF_PRIOR", LocalDate.of(2025, 11, 20), LocalDate.of(2026, 11, 19), 3),
                        fact("SCH_ABS_UNL", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), 0.18),
                        fact("NOTIF_SINCE", LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 19), 24)),
                List.of(new IndicatorId("DAY_ABS")),
                List.of(new IndicatorId("DEBT")),
                List.of(new IndicatorId("PAR_UNEMP")),
                strength(probability),
                Optional.empty(),
                Hash.of(random(Hash.LENGTH)));
    }

    private static FlagFacts.Fact fact(String indicator, LocalDate from, LocalDate to, double value) {
        return new FlagFacts.Fact(
                new IndicatorId(indicator),
                from,
                to,
                value,
                STARTED.minus(1, ChronoUnit.DAYS),
                OptionalLong.empty(),
                FlagFacts.Change.NONE);
    }

    private static FlagStrength strength(double probability) {
        double logOdds = Math.log(probability / (1 - probability));
        double rest = logOdds - AVERAGE;
        return new FlagStrength(
                probability,
                0.1,
                logOdds,
                AVERAGE,
                AVERAGE,
                List.of(
                        new FlagStrength.Contribution(new IndicatorId("NOTIF_PRIOR"), 2, rest, rest),
                        new FlagStrength.Contribution(new IndicatorId("SCH_ABS_UNL"), 3, 0.25, 0.25),
                        new FlagStrength.Contribution(new IndicatorId("NOTIF_SINCE"), 1, -0.125, -0.125),
                        new FlagStrength.Contribution(new IndicatorId("DAY_ABS"), -1, -0.125, -0.125)),
                new Frequency(probability / 2, Math.min(1, probability * 1.5), 400, (int) (400 * probability)));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

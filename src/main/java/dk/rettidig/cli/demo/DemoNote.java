package dk.rettidig.cli.demo;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.synthetic.SyntheticFeed;
import dk.rettidig.synthetic.SyntheticIndicator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.stream.Collectors;

/** The note of a delivery of the demonstration. */
final class DemoNote {

    /** The marker of the scope feed. */
    private static final IndicatorId SCOPE = new IndicatorId("SCOPE_NOTIFIED");

    /** Farther back than any window of the synthetic feeds, the longest of which is three years. Days. */
    static final int DAYS_BACK = 1500;

    private DemoNote() {}

    static DeliveryNote of(
            SyntheticFeed feed, String feedId, String id, byte[] body, DeliveryMode mode, DemoPlan plan) {
        return new DeliveryNote(
                new RegistryId(feed.registry()),
                new NoteId(id),
                new FeedId(feedId),
                MunicipalityCode.SYNTHETIC,
                new Period(plan.asOf().minusDays(DAYS_BACK), plan.asOf()),
                indicatorIds(feed),
                rows(body),
                mode,
                sha256(body),
                plan.clock().instant());
    }

    /** The kind of registry, as {@code policies/indicators.yaml} names it. */
    static String sourceKind(SyntheticFeed feed) {
        return switch (feed) {
            case SCOPE, NOTIFICATION_REGISTER -> "notification-register";
            case SCHOOL -> "school";
            case DAYCARE -> "daycare";
            case BENEFITS -> "benefits";
            case HOUSING, DISABLED -> "housing";
            case CASE_SYSTEM -> "case-system";
            case BLOCKED -> "health";
        };
    }

    static Set<String> indicators(SyntheticFeed feed) {
        return indicatorIds(feed).stream().map(IndicatorId::value).collect(Collectors.toSet());
    }

    private static Set<IndicatorId> indicatorIds(SyntheticFeed feed) {
        return feed == SyntheticFeed.SCOPE
                ? Set.of(SCOPE)
                : feed.indicators().stream().map(SyntheticIndicator::id).collect(Collectors.toSet());
    }

    /** Lines without the header; the synthetic feeds quote no line break. */
    private static long rows(byte[] body) {
        long lines = 0;
        for (byte each : body) {
            if (each == '\n') {
                lines++;
            }
        }
        return Math.max(0, lines - 1);
    }

    static Digest sha256(byte[] body) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

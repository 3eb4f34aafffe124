package dk.rettidig.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a notification can demand of the municipality ({@code triage.yaml}). */
public enum DutyKind {
    /** Is the child in danger, and must something be done at once? BL § 136(2). */
    ASSESS,
    /** A risk assessment before the parents hear of it. BL § 18(3). */
    RISK_ASSESSMENT,
    /** A talk with the child. BL § 137(3). */
    CHILD_TALK,
    /** A second look while a measure runs, with somebody new. BL § 137(1). */
    REASSESS,
    /** What is to be done about the concern. BL § 18. */
    SCREEN,
    /** The notifier hears that the notification has arrived. BL § 138. */
    ACKNOWLEDGE,
    /** A professional hears what it led to. BL § 138. */
    FEEDBACK;

    static final String CHOICES = Arrays.stream(values()).map(DutyKind::id).collect(Collectors.joining(", "));

    /** The word in files, rows, entries and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses the word. */
    public static Optional<DutyKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}

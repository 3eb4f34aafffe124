package dk.rettidig.notification;

import dk.rettidig.law.DutyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people do about a notification. */
public enum StepKind {
    ASSESSED(DutyKind.ASSESS, List.of("acute", "not_acute"), false),
    RISK_ASSESSED(DutyKind.RISK_ASSESSMENT, List.of(), false),
    CHILD_TALK_HELD(DutyKind.CHILD_TALK, List.of("alone", "with_parents"), false),
    /** Why no talk was held: the child's maturity or the nature of the case (BL § 137(4)). */
    CHILD_TALK_WAIVED(DutyKind.CHILD_TALK, List.of(), true),
    REASSESSED(DutyKind.REASSESS, List.of(), false),
    PARENTS_CONTACTED(null, List.of(), false),
    /** No further clarification, clarification (BL § 19), children's assessment (BL § 20). */
    SCREENED(DutyKind.SCREEN, List.of("no_further", "clarification", "assessment"), true),
    ACKNOWLEDGED(DutyKind.ACKNOWLEDGE, List.of(), false),
    FEEDBACK_GIVEN(DutyKind.FEEDBACK, List.of(), false),
    /** A measure has begun, of one of these kinds: what follow-up calls registered. May be written at any time. */
    MEASURE_STARTED(
            null, List.of("early_help", "contact_person", "caseworker_talks", "placement", "other_measure"), false);

    private final Optional<DutyKind> duty;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> results;

    private final boolean reasonDemanded;

    StepKind(@org.jspecify.annotations.Nullable DutyKind duty, List<String> results, boolean reasonDemanded) {
        this.duty = Optional.ofNullable(duty);
        this.results = results;
        this.reasonDemanded = reasonDemanded;
    }

    /** The word in rows, entries and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The duty that is done with it. */
    public Optional<DutyKind> duty() {
        return duty;
    }

    /** The results to choose from; empty when there is nothing to choose. */
    public List<String> results() {
        return results;
    }

    /** Whether a person has to say why. */
    public boolean reasonDemanded() {
        return reasonDemanded;
    }

    /** Parses the word. */
    public static Optional<StepKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}

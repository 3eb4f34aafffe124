package dk.rettidig.flag;

/** The classes of {@code policies/retention.yaml} that runs and flags fall under. */
final class FlagRetention {

    /** Flags that nobody opened, from when they were raised. */
    static final String UNOPENED = "flag_unopened";

    /** Concluded flags, from the case system's acknowledgement or the reason why none is due. */
    static final String CONCLUDED = "flag_concluded";

    /** What a withdrawn flag copied from observations goes when they go. */
    static final String AFTER_SCOPE = "observation_after_scope";

    /** Salt, leaves and lot of a run, from its end. */
    static final String MEMBERSHIP = "run_membership";

    private FlagRetention() {}
}

package dk.rettidig.crash;

/**
 * A moment at which a process is killed. It is held still from outside: by a sender who stops, by a lock on the table that
 * is written next, or, between an effect and its entry, by a trigger that lets an entry of one type wait.
 */
enum Moment {
    /** The headers were sent; the delivery is started. */
    BEFORE_THE_BODY(Hold.SENDER, ""),
    MID_BODY(Hold.SENDER, ""),
    WHILE_LOADING(Hold.TABLE, "observation_m999"),
    /** All rows are written, the transaction is not committed. */
    BEFORE_DELIVERY_FINISHED(Hold.ENTRY, "feed.delivery_finished"),
    /** The delivery counts, its entry has no checkpoint, its sender no receipt. */
    BETWEEN_LOAD_AND_RECEIPT(Hold.TABLE, "ledger_checkpoint"),
    RUN_STARTED(Hold.TABLE, "scope"),
    BEFORE_RUN_FINISHED(Hold.ENTRY, "flag.run_finished"),
    BEFORE_VIEW_SEALED(Hold.ENTRY, "review.view_sealed"),
    BEFORE_OUTCOME_RECORDED(Hold.ENTRY, "review.outcome_recorded"),
    BEFORE_KEY_PROPOSED(Hold.ENTRY, "feed.key_proposed"),
    SEQUENCING(Hold.TABLE, "ledger_entry"),
    /** Entries have their places, the tree has not grown. */
    INTEGRATING(Hold.TABLE, "ledger_count");

    /** Far from the keys of advisory locks that the service uses. */
    private static final long FIRST_KEY = 999_000;

    /** What holds a moment still. */
    enum Hold {
        SENDER,
        TABLE,
        ENTRY
    }

    private final Hold hold;
    private final String what;

    Moment(Hold hold, String what) {
        this.hold = hold;
        this.what = what;
    }

    private long key() {
        return FIRST_KEY + ordinal();
    }

    boolean heldBySender() {
        return hold == Hold.SENDER;
    }

    /** Makes entries of the type wait while somebody holds the key; nothing else changes. */
    String trigger() {
        return hold != Hold.ENTRY
                ? "select 1"
                : "create trigger crash_" + ordinal() + " before insert on ledger_append for each row when (position('"
                        + "\"type\":\"" + what
                        + "\"' in convert_from(new.body, 'UTF8')) > 0) execute function crash_wait("
                        + key() + ")";
    }

    /** The function behind the triggers. */
    static String triggerFunction() {
        return "create function crash_wait() returns trigger language plpgsql as 'begin perform"
                + " pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return new; end'";
    }

    /** Holds it still until the transaction ends. */
    String lock() {
        return switch (hold) {
            case SENDER -> "select 1";
            // Runs only read the scope: nothing less stops them.
            case TABLE ->
                "lock table " + what + " in " + (this == RUN_STARTED ? "access exclusive" : "share") + " mode";
            case ENTRY -> "select pg_advisory_xact_lock(" + key() + ")";
        };
    }

    /** Has a row when somebody has come to it. */
    String reached() {
        return switch (hold) {
            case SENDER ->
                "select 1 from delivery where state = 'running' and started_at > now() - interval '5 seconds'";
            case TABLE -> "select 1 from pg_locks where not granted and relation = '" + what + "'::regclass";
            case ENTRY -> "select 1 from pg_locks where not granted and locktype = 'advisory' and objid = " + key();
        };
    }
}

package dk.rettidig.ledger;

/** What is stored does not fit what was published. Nothing is published on top of it until a person has looked. */
public final class LedgerDamage extends Exception {

    private static final long serialVersionUID = 1L;

    private final Damage damage;

    /** Of these sizes, in leaves. */
    public LedgerDamage(Damage damage, long published, long stored) {
        super(damage.english + ": a checkpoint of " + published + " entries, " + stored + " entries stored");
        this.damage = damage;
    }

    LedgerDamage(Damage damage, Throwable cause) {
        super(damage.english, cause);
        this.damage = damage;
    }

    /** What is wrong. */
    public Damage damage() {
        return damage;
    }

    /** What can be wrong. */
    public enum Damage {
        /** The stored tree has another root than the checkpoint of its size. */
        NOT_WHAT_WAS_PUBLISHED("the stored log is not the one that was published"),
        /** This machine has published a larger tree: an old backup was restored. */
        OLDER_THAN_PUBLISHED("the stored log is older than what this machine has published"),
        /** A witness holds a larger tree that this log signed: an old backup was restored. */
        OLDER_THAN_WITNESSED("the stored log is older than what a witness has cosigned"),
        /** A witness holds another tree of this size that this log signed. */
        NOT_WHAT_WAS_WITNESSED("the stored log is not the one that a witness has cosigned"),
        /** The newest checkpoint is not signed by this log's key. */
        CHECKPOINT_NOT_OURS("the newest checkpoint is not signed by this log's key");

        private final String english;

        Damage(String english) {
            this.english = english;
        }
    }
}

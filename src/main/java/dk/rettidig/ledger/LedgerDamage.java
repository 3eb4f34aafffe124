package dk.rettidig.ledger;

import java.util.OptionalLong;

/** What is stored does not fit what was published. Nothing is published on top of it until a person has looked. */
public final class LedgerDamage extends Exception {

    private static final long serialVersionUID = 1L;
    private static final long NOT_NAMED = -1;

    private final Damage damage;
    private final long firstBadIndex;

    /** Of these sizes, in leaves. */
    public LedgerDamage(Damage damage, long published, long stored) {
        super(damage.english + ": a checkpoint of " + published + " entries, " + stored + " entries stored");
        this.damage = damage;
        this.firstBadIndex = NOT_NAMED;
    }

    LedgerDamage(Damage damage) {
        super(damage.english);
        this.damage = damage;
        this.firstBadIndex = NOT_NAMED;
    }

    LedgerDamage(Damage damage, Throwable cause) {
        super(damage.english, cause);
        this.damage = damage;
        this.firstBadIndex = NOT_NAMED;
    }

    private LedgerDamage(Damage damage, long index) {
        super(damage.english + ": entry " + index + " or the tree over it");
        this.damage = damage;
        this.firstBadIndex = index;
    }

    /** The entry at this index, or a hash of the tree over it, is not what was published, or is gone. */
    static LedgerDamage at(long index) {
        return new LedgerDamage(Damage.NOT_WHAT_WAS_PUBLISHED, index);
    }

    /** The entry at this index is in the log, not yet published, and was never appended. */
    static LedgerDamage neverAppended(long index) {
        return new LedgerDamage(Damage.NEVER_APPENDED, index);
    }

    /** The entry at this index does not count its actor or model one further than the entry before. */
    static LedgerDamage countBroken(long index) {
        return new LedgerDamage(Damage.COUNT_BROKEN, index);
    }

    /** What is wrong. */
    public Damage damage() {
        return damage;
    }

    /** The first entry that is not right, where one can be named. */
    public OptionalLong firstBadIndex() {
        return firstBadIndex == NOT_NAMED ? OptionalLong.empty() : OptionalLong.of(firstBadIndex);
    }

    /** What can be wrong. */
    public enum Damage {
        /** The stored tree has another root than the checkpoint of its size. */
        NOT_WHAT_WAS_PUBLISHED("the stored log is not the one that was published"),
        /** Rows that are only ever added to were changed, removed or replaced; the log is being read to say which. */
        ROWS_CHANGED("rows of the log were changed past the service, and the log is being read whole"),
        /** A row was put into the log past the service: no append stands behind it. */
        NEVER_APPENDED("the stored log has an entry that nobody appended"),
        /** An entry's running count of its actor or model is not one more than that of the entry before. */
        COUNT_BROKEN("the running counts in the stored log do not follow one another"),
        /** The table of running counts says other than the newest entries do. */
        COUNTS_NOT_OF_THE_LOG("the table of running counts is not what the log's entries say"),
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

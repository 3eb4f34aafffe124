package dk.rettidig.flag;

import java.time.Instant;

/**
 * How far a flag has come. Legal ways: open → opened → view sealed → concluded; an open one expires; whatever is not
 * concluded is withdrawn when the child leaves scope. Expired, withdrawn and concluded are ends.
 */
public sealed interface FlagState {

    /** The word in columns and answers. */
    String word();

    /** The word on Danish pages. */
    String danish();

    /** Whether nothing more can happen to the flag but erasure. */
    default boolean ended() {
        return switch (this) {
            case Open _, Opened _, ViewSealed _ -> false;
            case Concluded _, Expired _, Withdrawn _ -> true;
        };
    }

    /** Raised and read by nobody. */
    record Open() implements FlagState {
        @Override
        public String word() {
            return "open";
        }

        @Override
        public String danish() {
            return "ulæst";
        }
    }

    /** A caseworker has seen the facts. */
    record Opened(Instant at) implements FlagState {
        @Override
        public String word() {
            return "opened";
        }

        @Override
        public String danish() {
            return "åbnet";
        }
    }

    /** A caseworker has sealed an own view; only from here on can the strength be read. */
    record ViewSealed(Instant at) implements FlagState {
        @Override
        public String word() {
            return "view_sealed";
        }

        @Override
        public String danish() {
            return "egen vurdering låst";
        }
    }

    /** A person has recorded an outcome. */
    record Concluded(Instant at) implements FlagState {
        @Override
        public String word() {
            return "concluded";
        }

        @Override
        public String danish() {
            return "konkluderet";
        }
    }

    /** Nobody opened it in time; its content is erased. */
    record Expired(Instant at) implements FlagState {
        @Override
        public String word() {
            return "expired";
        }

        @Override
        public String danish() {
            return "udløbet";
        }
    }

    /** The child left scope; its content is erased within the time for observations. */
    record Withdrawn(Instant at) implements FlagState {
        @Override
        public String word() {
            return "withdrawn";
        }

        @Override
        public String danish() {
            return "trukket tilbage";
        }
    }
}

package dk.rettidig.handover;

import dk.rettidig.law.HandoverSide;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a municipality says to the other one about a handover. */
public enum ActKind {
    /** Somebody opened it. */
    OPENED(HandoverSide.RECEIVER, List.of()),
    /** The receiver's answer. */
    ANSWERED(HandoverSide.RECEIVER, List.of("taken_over", "no_need", "not_resident", "asks_for_more")),
    /** The sender sent what was asked for. */
    SUPPLEMENTED(HandoverSide.SENDER, List.of()),
    /** The sender ends it: after the answer, or by taking it back. */
    CLOSED(HandoverSide.SENDER, List.of("settled", "withdrawn"));

    /** The answer after which the sender has to send more. */
    public static final String ASKS_FOR_MORE = "asks_for_more";

    /** The closing after an answer. */
    public static final String SETTLED = "settled";

    /** The closing before one. */
    public static final String WITHDRAWN = "withdrawn";

    private final HandoverSide side;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> codes;

    ActKind(HandoverSide side, List<String> codes) {
        this.side = side;
        this.codes = codes;
    }

    /** The word in rows, entries and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose it is to do. */
    public HandoverSide side() {
        return side;
    }

    /** The codes to choose from; empty when there is nothing to choose. */
    public List<String> codes() {
        return codes;
    }

    /** Where the handover must stand for it. */
    Set<Stage> stages(String code) {
        return switch (this) {
            case OPENED -> Set.of(Stage.DELIVERED);
            case ANSWERED -> Set.of(Stage.OPENED);
            case SUPPLEMENTED -> Set.of(Stage.MORE_ASKED);
            case CLOSED ->
                code.equals(SETTLED)
                        ? Set.of(Stage.ANSWERED)
                        : Set.of(Stage.AWAITING, Stage.DELIVERED, Stage.OPENED, Stage.MORE_ASKED);
        };
    }

    /** Parses the word. */
    public static Optional<ActKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}

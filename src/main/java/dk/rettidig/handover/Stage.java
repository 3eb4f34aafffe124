package dk.rettidig.handover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a handover stands. */
public enum Stage {
    /** Written, and the child has no pseudonym at the receiver yet: the receiver knows that something is coming. */
    AWAITING("Venter på omsætning af pseudonymet", "Awaiting conversion"),
    DELIVERED("Fremme, ikke åbnet", "Delivered, not opened"),
    OPENED("Åbnet, ikke besvaret", "Opened, not answered"),
    MORE_ASKED("Modtageren mangler materiale", "The receiver asks for more"),
    ANSWERED("Besvaret", "Answered"),
    CLOSED("Afsluttet", "Closed"),
    WITHDRAWN("Trukket tilbage", "Withdrawn");

    private final String danish;
    private final String english;

    Stage(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String danish() {
        return danish;
    }

    /** The words on a page in English. */
    public String english() {
        return english;
    }

    /** As one side sees it; the receiver sees no handover before the delivery. */
    static Stage of(OwnSide own, Optional<Handover> handover, List<Act> acts) {
        if (!acts.isEmpty()) {
            return after(acts.getLast());
        }
        if (own.endedAt().isPresent()) {
            return WITHDRAWN;
        }
        return handover.flatMap(Handover::deliveredAt).isPresent() ? DELIVERED : AWAITING;
    }

    private static Stage after(Act last) {
        return switch (last.kind()) {
            case OPENED, SUPPLEMENTED -> OPENED;
            case ANSWERED -> last.code().equals(ActKind.ASKS_FOR_MORE) ? MORE_ASKED : ANSWERED;
            case CLOSED -> last.code().equals(ActKind.WITHDRAWN) ? WITHDRAWN : CLOSED;
        };
    }
}

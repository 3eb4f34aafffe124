package dk.rettidig.casefile.supervision.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.casefile.supervision.Answer;
import dk.rettidig.web.Language;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

/** Words that several pages of legal supervision share. */
final class SupervisionLabels {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static final Set<ActorKind> REVIEWERS =
            Set.of(ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER);

    private static final Set<ActorKind> TAKERS =
            Set.of(ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER, ActorKind.CITIZENS_ADVISER);

    private SupervisionLabels() {}

    /** One of several options. */
    record Choice(String id, String text, boolean chosen) {}

    /** What pages offer a person; the gate decides what may be done. */
    record May(boolean bind, boolean review, boolean take) {
        static May of(ActorKind kind) {
            return new May(kind == ActorKind.TEAM_LEADER, REVIEWERS.contains(kind), TAKERS.contains(kind));
        }
    }

    static String answer(Answer answer, Language language) {
        return switch (answer) {
            case YES -> language.choose("Ja", "Yes");
            case NO -> language.choose("Nej (fejl)", "No (a fault)");
            case NOT_APPLICABLE -> language.choose("Ikke relevant i sagen", "Does not concern the case");
            case UNDECIDABLE -> language.choose("Sagen viser det ikke", "The file does not settle it");
        };
    }

    /** What a browser sends of a day and time is Danish time; anything else is left for the desk to refuse. */
    static String moment(String local) {
        try {
            return LocalDateTime.parse(local.strip())
                    .atZone(COPENHAGEN)
                    .toInstant()
                    .toString();
        } catch (DateTimeException other) {
            return local;
        }
    }
}

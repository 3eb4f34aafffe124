package dk.rettidig.oversight.extract;

import dk.rettidig.oversight.extract.Phrases.Phrase;
import java.util.Map;

/** What entries about handovers and about legal supervision of a child's case are to somebody who does not know the service. */
final class CasePhrases {

    static final Map<String, Phrase> BY_TYPE = Map.ofEntries(
            phrase(
                    "handover.sent",
                    "handover",
                    "Kommunen gav en anden kommune besked om barnet, fordi familien flyttede (barnets lov § 132).",
                    "The municipality told another one about the child, because the family moved (barnets lov § 132)."),
            phrase(
                    "handover.delivered",
                    "handover",
                    "En besked om barnet kom frem fra en anden kommune (barnets lov § 132).",
                    "A message about the child arrived from another municipality (barnets lov § 132)."),
            phrase(
                    "handover.read",
                    "look_up",
                    "En medarbejder læste en besked om barnet mellem to kommuner.",
                    "A member of staff read a message about the child between two municipalities."),
            phrase(
                    "handover.acted",
                    "handover",
                    "En medarbejder svarede på en besked om barnet mellem to kommuner eller lukkede den.",
                    "A member of staff answered a message about the child between two municipalities, or closed it."),
            phrase(
                    "handover.told",
                    "told",
                    "En besked om barnet mellem to kommuner var ubesvaret, og en medarbejder fik besked om det.",
                    "A message about the child between two municipalities was unanswered, and a member of staff was told."),
            phrase(
                    "supervision.cases_read",
                    "look_up",
                    "Barnets sag var trukket ud til juridisk tilsyn, og en medarbejder så, hvilken sag det var.",
                    "The child's case was drawn for legal supervision, and a member of staff saw which case it was."),
            phrase(
                    "supervision.case_reviewed",
                    "assessment",
                    "En medarbejder gennemgik barnets sag i et juridisk tilsyn med kommunens arbejde.",
                    "A member of staff went through the child's case in a legal supervision of the municipality's work."));

    private CasePhrases() {}

    private static Map.Entry<String, Phrase> phrase(String type, String kind, String danish, String english) {
        return Map.entry(type, new Phrase(kind, new Text(danish, english)));
    }
}

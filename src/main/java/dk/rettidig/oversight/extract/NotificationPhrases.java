package dk.rettidig.oversight.extract;

import dk.rettidig.oversight.extract.Phrases.Phrase;
import java.util.Map;

/** What entries about notifications and their follow-up are to somebody who does not know the service. */
final class NotificationPhrases {

    static final Map<String, Phrase> BY_TYPE = Map.ofEntries(
            phrase(
                    "notification.registered",
                    "notification",
                    "En medarbejder registrerede en underretning om barnet.",
                    "A member of staff registered a notification about the child."),
            phrase(
                    "notification.delivered",
                    "notification",
                    "Kommunens modtagesystem leverede en underretning om barnet.",
                    "The municipality's intake delivered a notification about the child."),
            phrase(
                    "notification.opened",
                    "look_up",
                    "En medarbejder læste en underretning om barnet.",
                    "A member of staff read a notification about the child."),
            phrase(
                    "notification.step_recorded",
                    "step",
                    "En medarbejder skrev, hvad der var gjort ved en underretning om barnet.",
                    "A member of staff wrote down what was done about a notification about the child."),
            phrase(
                    "notification.joined",
                    "step",
                    "Underretninger om barnet blev samlet om én hændelse.",
                    "Notifications about the child were joined in one incident."),
            phrase(
                    "notification.separated",
                    "step",
                    "En underretning om barnet blev taget ud af en hændelse.",
                    "A notification about the child was taken out of an incident."),
            phrase(
                    "notification.children_linked",
                    "step",
                    "Barnet blev samlet med andre børn af samme husstand eller brev.",
                    "The child was put together with other children of the same household or letter."),
            phrase(
                    "notification.child_unlinked",
                    "step",
                    "Barnet blev taget ud af en husstand eller et brev.",
                    "The child was taken out of a household or letter."),
            phrase(
                    "notification.escalated",
                    "told",
                    "En frist var nær eller overskredet, og en medarbejder fik besked.",
                    "A deadline was near or passed, and a member of staff was told."),
            phrase(
                    "follow_up.listed",
                    "follow_up",
                    "Barnet kom på kommunens liste til opfølgning af underretninger.",
                    "The child came on the municipality's list of notifications to follow up."),
            phrase(
                    "follow_up.opened",
                    "look_up",
                    "En medarbejder læste opfølgningen på barnets underretninger.",
                    "A member of staff read the follow-up of the child's notifications."),
            phrase(
                    "follow_up.told",
                    "told",
                    "Der stod ingen indsats, og en medarbejder fik besked.",
                    "No measure was on record, and a member of staff was told."),
            phrase(
                    "follow_up.closed",
                    "follow_up",
                    "En medarbejder afsluttede opfølgningen på barnets underretninger.",
                    "A member of staff closed the follow-up of the child's notifications."),
            phrase(
                    "follow_up.measure_registered",
                    "follow_up",
                    "En indsats blev registreret, og barnet gik af listen til opfølgning.",
                    "A measure was registered, and the child left the list of follow-up."));

    private NotificationPhrases() {}

    private static Map.Entry<String, Phrase> phrase(String type, String kind, String danish, String english) {
        return Map.entry(type, new Phrase(kind, new Text(danish, english)));
    }
}

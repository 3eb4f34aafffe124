package dk.rettidig.oversight.documents;

/** What is kept of a notification of concern, and for what: it comes by page, API or feed and is no indicator. */
final class NotificationData {

    private NotificationData() {}

    static void say(Page page) {
        page.heading("Underretninger", "Notifications");
        page.say(
                "Brevet bliver i fagsystemet. Her er det, fristerne og tallene kræver. Intet af det er input til en model.",
                "The letter stays in the case system. Here is what deadlines and figures demand. None of it is an input of a model.");
        page.table("dansk", "formål", "English", "purpose");
        page.row(
                "Barnets pseudonym, modtagelse, underrettergruppe, årsager, mærker, aldersgruppe, journalnummer",
                "frister, vurdering og svar (BL §§ 133-138), opfølgning og beskyttede tal",
                "The child's pseudonym, receipt, notifier group, causes, marks, age band, journal number",
                "deadlines, assessment and answers (BL §§ 133-138), follow-up and protected figures");
        page.row(
                "Hvad der blev gjort, af hvem, hvornår og hvorfor; hvem der fik besked",
                "frister og efterprøvning",
                "What was done, by whom, when and why; who was told",
                "deadlines and verification");
        page.row(
                "Hvilken hændelse og husstand den hører til, som aftryk",
                "børn, der skal ses sammen",
                "Which incident and household it belongs to, as digests",
                "children who are to be seen together");
        page.row(
                "Barnets køn, hvis det er oplyst; i en tabel for sig, som tjenesten kun kan læse ved tælling og til barnets egen indsigt",
                "alene beskyttede tal for et år (GDPR art. 5(1)(c), 89(1)); slettes med underretningen",
                "The child's sex where it is stated; in a table of its own that the service can read only to count and for the child's own extract",
                "protected figures of a year alone (GDPR art. 5(1)(c), 89(1)); erased with the notification");
        page.endTable();
    }
}

package dk.rettidig.oversight.documents;

import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.DataCategory;
import java.util.List;

/** The record of processing: GDPR article 30(1), field by field. */
final class ArticleThirty {

    private ArticleThirty() {}

    static String of(Running running) {
        Page page = new Page(running, "Fortegnelse over behandlingsaktiviteter", "Record of processing activities");
        Tables tables = new Tables(running, page);
        controller(page);
        purposes(page, tables, running);
        data(page, tables);
        specialCategories(page, running);
        recipients(page, tables);
        transfers(page);
        erasure(page, tables);
        security(page);
        return page.markdown();
    }

    private static void controller(Page page) {
        page.section("Dataansvarlig og DPO", "Controller and DPO", "GDPR art. 30(1)(a)", "memory-high");
        page.open(
                "Kommunens navn og kontakt; DPO'ens navn og kontakt.",
                "The municipality's name and contact; its DPO's name and contact.");
        page.open(
                "Databehandlere med aftale (GDPR art. 28), fx drift og leverandør.",
                "Processors with their agreement (GDPR art. 28), such as hosting and supplier.");
    }

    private static void purposes(Page page, Tables tables, Running running) {
        page.section("Formål og hjemmel", "Purposes and legal bases", "GDPR art. 30(1)(b), 6, 9", "memory-high");
        page.say(
                "En hjemmel på fil giver ikke ret til noget. På data, der ikke er syntetiske, skal den være efterprøvet og skrevet under; underskriften bortfalder efter "
                        + running.policies().bases().signatureMonths() + " måneder.",
                "A basis on file gives no right. On data that are not synthetic it must be verified and signed for; the signature lapses after "
                        + running.policies().bases().signatureMonths() + " months.");
        tables.bases();
    }

    private static void data(Page page, Tables tables) {
        page.section("Registrerede og oplysninger", "Data subjects and data", "GDPR art. 30(1)(c)", "memory-high");
        page.say(
                "Børn i hjemlens omfang, under pseudonym (RFC 9497); ingen navne og ingen cpr-numre. Enkelte oplysninger handler om forældre og søskende. Medarbejdere optræder i protokollen under et håndtag.",
                "Children in the scope of the basis, under a pseudonym (RFC 9497); no names and no CPR numbers. Some facts concern parents and siblings. Employees stand in the ledger behind a handle.");
        page.heading("Åbne indikatorer", "Open indicators");
        tables.indicators(Availability.OPEN);
        NotificationData.say(page);
        page.heading("Behandles ikke", "Not processed");
        for (Availability closed : List.of(Availability.DISABLED, Availability.BLOCKED, Availability.FORBIDDEN)) {
            page.line("- `" + closed.id() + "`: " + tables.names(closed));
        }
    }

    private static void specialCategories(Page page, Running running) {
        page.section(
                "Særlige oplysninger til prøvning for skævhed",
                "Special categories for testing for bias",
                "AI Act art. 10(5)(f)",
                "read");
        special(running, page);
    }

    private static void recipients(Page page, Tables tables) {
        page.section("Modtagere", "Recipients", "GDPR art. 30(1)(d)", "memory-high");
        page.say(
                "Kun disse roller i den samme kommune kan spørge; hvad de får, siger reglerne i dpia-facts.md. Intet går til politi, ydelseskontrol, skoler eller andre kommuner (reglen `output_elsewhere`).",
                "Only these roles of the same municipality can ask; what they get is in the rules of dpia-facts.md. Nothing goes to police, benefit control, schools or other municipalities (rule `output_elsewhere`).");
        tables.roles();
    }

    private static void transfers(Page page) {
        page.section("Tredjelande", "Third countries", "GDPR art. 30(1)(e)", "memory-high");
        page.say(
                "Tjenesten kalder selv kun ud til medunderskrivere (uden personoplysninger) og til login (OIDC).",
                "The service itself calls out only to witnesses (without personal data) and to sign-in (OIDC).");
        page.open("Hvor driften og login ligger.", "Where hosting and sign-in are.");
    }

    private static void erasure(Page page, Tables tables) {
        page.section("Sletning", "Erasure", "GDPR art. 30(1)(f), 5(1)(e)", "memory-high");
        page.say(
                "En anmodning om indsigt, en indsigelse eller en klage standser sletning.",
                "An access request, an objection or a complaint halts erasure.");
        tables.retention();
    }

    private static void security(Page page) {
        page.section("Sikkerhed", "Security", "GDPR art. 30(1)(g), 32", "memory-high");
        Safeguards.say(page);
    }

    private static void special(Running running, Page page) {
        List<String> open = running.indicators(Availability.OPEN).stream()
                .filter(each -> each.category() == DataCategory.SPECIAL || each.category() == DataCategory.CRIMINAL)
                .map(each -> "`" + each.id() + "`")
                .toList();
        if (open.isEmpty()) {
            page.say(
                    "Ingen åben indikator hører til GDPR art. 9 eller 10.",
                    "No open indicator belongs to GDPR art. 9 or 10.");
        } else {
            page.line("GDPR art. 9, 10: " + String.join(", ", open));
            page.open("Hvorfor de er strengt nødvendige.", "Why they are strictly necessary.");
        }
    }
}

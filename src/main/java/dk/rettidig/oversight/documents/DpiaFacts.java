package dk.rettidig.oversight.documents;

import dk.rettidig.indicator.Availability;

/** Facts for the impact assessment: GDPR article 35(7). The assessment itself is people's. */
final class DpiaFacts {

    private DpiaFacts() {}

    static String of(Running running) {
        Page page = new Page(
                running,
                "Fakta til konsekvensanalysen (DPIA)",
                "Facts for the data protection impact assessment (DPIA)");
        Tables tables = new Tables(running, page);
        description(page, tables, running);
        necessity(page, tables);
        risks(page, tables, running);
        measures(page, tables);
        people(page);
        deadlines(page, tables);
        return page.markdown();
    }

    private static void description(Page page, Tables tables, Running running) {
        page.section("Beskrivelse", "Systematic description", "GDPR art. 35(7)(a)", "memory-high");
        Flow.say(page, running);
        tables.bases();
        page.heading("Hvad modellen læser", "What the model reads");
        tables.features();
        page.heading("Opbevaring", "Retention");
        tables.retention();
    }

    private static void necessity(Page page, Tables tables) {
        page.section(
                "Nødvendighed og proportionalitet",
                "Necessity and proportionality",
                "GDPR art. 35(7)(b)",
                "memory-high");
        page.say(
                "For hver åben indikator står der, hvorfor den er på listen. Om den er nødvendig i kommunen, er ikke afgjort her.",
                "For each open indicator it says why it is on the list. Whether it is necessary in the municipality is not settled here.");
        tables.indicators(Availability.OPEN);
        NotificationData.say(page);
        page.open(
                "Er hver indikator nødvendig, og hvilken hjælp tjener den?",
                "Is each indicator necessary, and which help does it serve?");
        page.open("Kan formålet nås uden beregning?", "Can the purpose be reached without a calculation?");
    }

    private static void risks(Page page, Tables tables, Running running) {
        page.section("Risici for de registrerede", "Risks to data subjects", "GDPR art. 35(7)(c)", "memory-high");
        page.say(
                "Målt på prøvedata ("
                        + running.manifest().provenance().path("data").asText()
                        + "). Tallene siger intet om kommunens rigtige børn.",
                "Measured on test data ("
                        + running.manifest().provenance().path("data").asText()
                        + "). The figures say nothing about the municipality's real children.");
        tables.groups();
        page.open(
                "Kommunens egen vurdering af risici og deres alvor.",
                "The municipality's own assessment of risks and their severity.");
    }

    private static void measures(Page page, Tables tables) {
        page.section("Foranstaltninger", "Measures", "GDPR art. 35(7)(d)", "memory-high");
        Safeguards.say(page);
        page.heading("Portens regler", "The gate's rules");
        tables.rules();
    }

    private static void people(Page page) {
        page.section(
                "DPO, registrerede, ledelse",
                "DPO, data subjects, management",
                "GDPR art. 35(2), 35(9), 35(11), 36",
                "memory-high");
        page.open("DPO'ens råd, med dato.", "The DPO's advice, with its date.");
        page.open(
                "Hvad børn og forældre sagde, da de blev hørt.",
                "What children and parents said when they were heard.");
        page.open(
                "Ledelsens beslutning og dato for næste gennemgang.",
                "Management's decision and the date of the next review.");
        page.open(
                "Om Datatilsynet blev hørt (art. 36), og svaret.",
                "Whether Datatilsynet was consulted (art. 36), and its answer.");
    }

    private static void deadlines(Page page, Tables tables) {
        page.section("Frister", "Deadlines", "policies/deadlines.yaml", "pr. række / by row");
        tables.deadlines();
    }
}

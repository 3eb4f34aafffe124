package dk.rettidig.oversight.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.indicator.Availability;
import dk.rettidig.scoring.ModelManifest;

/**
 * An entry for a public register of algorithms, by the field names of the Algorithmic Transparency Recording Standard
 * (ATRS, version 3.0), and no field left out (ADR 0148). No Danish statute demands one as far as was found.
 */
final class AlgorithmRegister {

    private AlgorithmRegister() {}

    static String of(Running running) {
        Page page = new Page(running, "Post til et algoritmeregister", "Entry for an algorithm register");
        Tables tables = new Tables(running, page);
        page.line(
                "*ATRS 3.0 (UK), alle felter med nummer / all fields by number; intet dansk lovkrav er fundet / no Danish"
                        + " statutory demand was found; konf. / conf.: read-secondary (1–3), memory-high (4–5), docs/adr/0148*");
        page.say(
                "Metadata (id, standardens version, datoer) sætter registret, når posten offentliggøres.",
                "Metadata (id, the standard's version, dates) are set by the register when the entry is published.");
        overview(page);
        owner(page);
        rationale(page, running);
        process(page, running);
        tool(page, running);
        model(page, running);
        data(page, running, tables);
        operation(page, tables);
        risks(page, tables);
        return page.markdown();
    }

    private static void start(Page page, String danish, String english) {
        page.line("## " + danish + " / " + english);
        page.table("felt / field", "dansk", "English");
    }

    private static void overview(Page page) {
        start(page, "Overblik", "Tier 1: Overview");
        page.row("1 Name", "Rettidig", "Rettidig");
        page.row(
                "2 Description",
                "Hjælper en kommune til i rette tid at se, at en rådgiver bør læse om et barn. Systemet afgør intet.",
                "Helps a municipality see in due time that a caseworker should read about a child. The system decides nothing.");
        page.openRow("3 Website URL", "Kommunens side om systemet.", "The municipality's page about the system.");
        page.openRow(
                "4 Contact email", "Kommunens adresse til spørgsmål.", "The municipality's address for questions.");
        page.endTable();
    }

    private static void owner(Page page) {
        start(page, "Ejer og ansvar", "Tier 2: Owner and responsibility");
        page.openRow("1.1 Organisation or department", "Kommunen.", "The municipality.");
        page.openRow("1.2 Team", "Forvaltningen.", "The department.");
        page.openRow("1.3 Senior responsible owner", "Den ansvarlige.", "Who is responsible.");
        page.openRow("1.4 Third party involvement", "Om leverandører medvirker.", "Whether suppliers take part.");
        page.openRow("1.4.1 Third party", "Leverandørens navn.", "The supplier's name.");
        page.openRow(
                "1.4.2 Companies House Number",
                "Leverandørens CVR-nummer; feltet er britisk.",
                "The supplier's number in the Danish register of companies (CVR); the field is British.");
        page.openRow("1.4.3 Third party role", "Hvad leverandøren gør.", "What the supplier does.");
        page.openRow("1.4.4 Procurement procedure type", "Hvordan der blev købt ind.", "How it was procured.");
        page.openRow(
                "1.4.5 Third party data access terms",
                "Leverandørens adgang til data; systemet selv giver ingen.",
                "The supplier's access to data; the system itself gives none.");
        page.endTable();
    }

    private static void rationale(Page page, Running running) {
        start(page, "Beskrivelse og begrundelse", "Tier 2: Description and rationale");
        page.row(
                "2.1 Detailed description",
                "Et pointkort lægger vægte sammen for "
                        + running.manifest().features().size()
                        + " oplysninger og viser, hvor mange af 100 tilsvarende der havde behov for støtte.",
                "A scorecard adds weights for " + running.manifest().features().size()
                        + " facts and shows how many of 100 alike needed support.");
        page.openRow("2.2 Scope", "Hvor kommunen bruger det.", "Where the municipality uses it.");
        page.openRow("2.3 Benefit", "Nytten, målt i kommunen.", "The benefit, measured in the municipality.");
        page.openRow("2.4 Previous process", "Hvordan arbejdet var før.", "How the work was before.");
        page.openRow("2.5 Alternatives considered", "Hvad der ellers blev overvejet.", "What else was considered.");
        page.endTable();
    }

    private static void process(Page page, Running running) {
        start(page, "Beslutningsproces", "Tier 2: Decision-making process");
        page.row(
                "3.1 Process integration",
                "Markeringer læses efter frist af børne- og ungerådgivere.",
                "Flags are read by deadline by caseworkers.");
        page.row(
                "3.2 Provided information",
                "Først oplysninger uden vægt; efter låst egen vurdering grunde, det der trak ned, det der mangler, og hyppighed med interval.",
                "First facts without weight; after a sealed own view reasons, what lowered it, what is missing, and the frequency with its interval.");
        page.row(
                "3.3 Frequency and scale of usage",
                "Højst " + running.policies().thresholds().capacity("000")
                        + " markeringer i en beregning (standard). **ÅBENT:** hvor tit.",
                "At most " + running.policies().thresholds().capacity("000")
                        + " flags in a run (default). **OPEN:** how often.");
        page.row(
                "3.4 Human decisions and review",
                "Enhver konklusion er et menneskes og begrundes.",
                "Every outcome is a person's and is justified.");
        page.openRow("3.5 Required training", "Hvem der er uddannet i hvad.", "Who was trained in what.");
        page.row(
                "3.6 Appeals and review",
                "Rettelse af en værdi, indsigelse og klage til kommunen; klage til Datatilsynet. **ÅBENT:** kommunens adresse.",
                "Correction of a value, objection and complaint to the municipality; complaint to Datatilsynet. **OPEN:** the municipality's address.");
        page.endTable();
    }

    private static void tool(Page page, Running running) {
        start(page, "Værktøj", "Tier 2: Tool specification");
        page.row("4.1.1 System architecture", "Se docs/architecture.md", "See docs/architecture.md");
        page.row(
                "4.1.2 System-level input",
                "Underskrevne leverancer fra kildesystemer",
                "Signed deliveries of registries");
        page.row(
                "4.1.3 System-level output",
                "Markeringer; antal uden beregning; udækket behov",
                "Flags; counts without a calculation; unmet need");
        page.openRow(
                "4.1.4 Maintenance",
                "Hvem der vedligeholder, og hvor tit modellen gennemgås.",
                "Who maintains it, and how often the model is reviewed.");
        page.row(
                "4.1.5 Models",
                "Én: " + running.model().ref() + ". Til sammenligning i afprøvning alene: andre, der aldrig markerer",
                "One: " + running.model().ref() + ". For comparison in evaluation alone: others that never flag");
        page.endTable();
    }

    private static void model(Page page, Running running) {
        ModelManifest manifest = running.manifest();
        start(page, "Model", "Tier 2: Model specification");
        page.row("4.2.1 Model name", manifest.name(), manifest.name());
        page.row("4.2.2 Model version", manifest.version(), manifest.version());
        page.row(
                "4.2.3 Model task",
                manifest.target().danish(),
                manifest.target().english());
        page.row("4.2.4 Model input", inputs(running), inputs(running));
        page.row(
                "4.2.5 Model output",
                "Kalibreret hyppighed, eller ingen beregning",
                "A calibrated frequency, or no calculation");
        page.row(
                "4.2.6 Model architecture",
                "Additivt pointkort, " + manifest.calibration().method(),
                "Additive scorecard, " + manifest.calibration().method());
        JsonNode auc = manifest.evaluation().path("auc");
        JsonNode error = manifest.evaluation().path("calibration_error");
        String performance = "AUC " + Tables.interval(auc) + "; ECE " + Tables.interval(error);
        page.row("4.2.7 Model performance", performance, performance);
        page.row(
                "4.2.8 Datasets and their purposes",
                "Træning, kalibrering, prøve på senere data",
                "Training, calibration, test on later data");
        page.endTable();
    }

    private static String inputs(Running running) {
        return String.join(
                ", ",
                running.manifest().features().stream()
                        .map(each -> each.indicator().value())
                        .toList());
    }

    private static void data(Page page, Running running, Tables tables) {
        JsonNode provenance = running.manifest().provenance();
        start(page, "Udviklingsdata", "Tier 2: Development data specification");
        String origin = provenance.path("data").asText("-");
        page.row("4.3.1 Development data description", origin, origin);
        page.row("4.3.2 Data modality", "Tal i tabeller", "Tabular");
        page.row("4.3.3 Data quantities", provenance.path("rows"), provenance.path("rows"));
        page.row(
                "4.3.4 Sensitive attributes",
                "Ikke brugt: " + tables.names(Availability.FORBIDDEN),
                "Not used: see the Danish column");
        page.openRow(
                "4.3.5 Data completeness and representativeness",
                "Kommunens egne data.",
                "The municipality's own data.");
        page.row(
                "4.3.6 Data cleaning",
                "Tilbageholdte rækker meldes med linje og kode (docs/feed.md)",
                "Quarantined rows are reported by line and code (docs/feed.md)");
        page.row(
                "4.3.7 Data collection",
                "Af kildesystemer på en hjemmel; se article-30.md",
                "By registries on a legal basis; see article-30.md");
        page.row(
                "4.3.8 Data access and storage",
                "Pseudonymer; sletning efter article-30.md",
                "Pseudonyms; erasure as in article-30.md");
        page.openRow("4.3.9 Data sharing agreements", "Aftaler med kildesystemer.", "Agreements with registries.");
        page.endTable();
    }

    private static void operation(Page page, Tables tables) {
        start(page, "Data i drift", "Tier 2: Operational data specification");
        page.row(
                "4.4.1 Data sources",
                "Kommunens kildesystemer, hver med en leveringsaftale, som to personer har indgået; se article-30.md",
                "The municipality's registries, each by an agreement of two people; see article-30.md");
        page.row(
                "4.4.2 Sensitive attributes",
                "Spærret i alle leverancer: " + tables.names(Availability.FORBIDDEN),
                "Blocked in every delivery: see the Danish column");
        page.row(
                "4.4.3 Data processing methods",
                "Underskrift, form, enhed og periode prøves række for række; det seneste kendte pr. dagen bruges; for lidt viden giver ingen beregning",
                "Signature, form, unit and period are checked row by row; what was known last as of the day is used; too little knowledge gives no calculation");
        page.row(
                "4.4.4 Data access and storage",
                "Regelsættet afgør hver adgang, og protokollen har den; sletning efter article-30.md",
                "The rule set decides each access and the ledger has it; erasure as in article-30.md");
        page.openRow("4.4.5 Data sharing agreements", "Aftaler om drift.", "Agreements for operation.");
        page.endTable();
    }

    private static void risks(Page page, Tables tables) {
        start(page, "Risici og konsekvensanalyser", "Tier 2: Risks, mitigations and impact assessments");
        page.openRow(
                "5.1 Impact assessment",
                "DPIA og FRIA med dato; fakta i dpia-facts.md og fria-facts.md.",
                "DPIA and FRIA with dates; facts in dpia-facts.md and fria-facts.md.");
        page.openRow(
                "5.2 Risks and mitigations",
                "Kommunens liste; målte fejl står nedenfor.",
                "The municipality's list; measured errors are below.");
        page.endTable();
        tables.groups();
    }
}

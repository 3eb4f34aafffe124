package dk.rettidig.oversight.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dk.rettidig.indicator.Availability;
import dk.rettidig.scoring.ModelManifest;

/**
 * An entry for a public register of algorithms, by the field names of the Algorithmic Transparency Recording Standard
 * (ATRS, version 3.0). No Danish statute demands one as far as was found.
 */
final class AlgorithmRegister {

    private AlgorithmRegister() {}

    static String of(Running running) {
        Page page = new Page(running, "Post til et algoritmeregister", "Entry for an algorithm register");
        Tables tables = new Tables(running, page);
        page.line(
                "*ATRS 3.0 (UK), felter ved navn / fields by name; intet dansk lovkrav er fundet / no Danish statutory"
                        + " demand was found*");
        overview(page);
        owner(page);
        rationale(page, running);
        process(page, running);
        tool(page, running);
        data(page, running, tables);
        risks(page, tables);
        return page.markdown();
    }

    private static void start(Page page, String danish, String english) {
        page.line("## " + danish + " / " + english);
        page.table("felt / field", "dansk", "English");
    }

    private static void overview(Page page) {
        start(page, "Overblik", "Tier 1: Overview");
        page.row("Name", "Rettidig", "Rettidig");
        page.row(
                "Description",
                "Hjælper en kommune til i rette tid at se, at en rådgiver bør læse om et barn. Systemet afgør intet.",
                "Helps a municipality see in due time that a caseworker should read about a child. The system decides nothing.");
        page.openRow("Website URL", "Kommunens side om systemet.", "The municipality's page about the system.");
        page.openRow("Contact email", "Kommunens adresse til spørgsmål.", "The municipality's address for questions.");
        page.endTable();
    }

    private static void owner(Page page) {
        start(page, "Ejer og ansvar", "Tier 2: Owner and responsibility");
        page.openRow("Organisation or department", "Kommunen.", "The municipality.");
        page.openRow("Team", "Forvaltningen.", "The department.");
        page.openRow("Senior responsible owner", "Den ansvarlige.", "Who is responsible.");
        page.openRow(
                "Third party involvement",
                "Leverandører, deres rolle, indkøb og adgang til data.",
                "Suppliers, their role, procurement and access to data.");
        page.endTable();
    }

    private static void rationale(Page page, Running running) {
        start(page, "Beskrivelse og begrundelse", "Tier 2: Description and rationale");
        page.row(
                "Detailed description",
                "Et pointkort lægger vægte sammen for "
                        + running.manifest().features().size()
                        + " oplysninger og viser, hvor mange af 100 tilsvarende der havde behov for støtte.",
                "A scorecard adds weights for " + running.manifest().features().size()
                        + " facts and shows how many of 100 alike needed support.");
        page.openRow("Scope", "Hvor kommunen bruger det.", "Where the municipality uses it.");
        page.openRow("Benefit", "Nytten, målt i kommunen.", "The benefit, measured in the municipality.");
        page.openRow("Previous process", "Hvordan arbejdet var før.", "How the work was before.");
        page.openRow("Alternatives considered", "Hvad der ellers blev overvejet.", "What else was considered.");
        page.endTable();
    }

    private static void process(Page page, Running running) {
        start(page, "Beslutningsproces", "Tier 2: Decision-making process");
        page.row(
                "Process integration",
                "Markeringer læses efter frist af børne- og ungerådgivere.",
                "Flags are read by deadline by caseworkers.");
        page.row(
                "Provided information",
                "Først oplysninger uden vægt; efter låst egen vurdering grunde, det der trak ned, det der mangler, og hyppighed med interval.",
                "First facts without weight; after a sealed own view reasons, what lowered it, what is missing, and the frequency with its interval.");
        page.row(
                "Frequency and scale of usage",
                "Højst " + running.policies().thresholds().capacity("000")
                        + " markeringer i en beregning (standard). **ÅBENT:** hvor tit.",
                "At most " + running.policies().thresholds().capacity("000")
                        + " flags in a run (default). **OPEN:** how often.");
        page.row(
                "Human decisions and review",
                "Enhver konklusion er et menneskes og begrundes.",
                "Every outcome is a person's and is justified.");
        page.openRow("Required training", "Hvem der er uddannet i hvad.", "Who was trained in what.");
        page.row(
                "Appeals and review",
                "Rettelse af en værdi, indsigelse og klage til kommunen; klage til Datatilsynet. **ÅBENT:** kommunens adresse.",
                "Correction of a value, objection and complaint to the municipality; complaint to Datatilsynet. **OPEN:** the municipality's address.");
        page.endTable();
    }

    private static void tool(Page page, Running running) {
        ModelManifest manifest = running.manifest();
        start(page, "Værktøj og model", "Tier 2: Tool specification");
        page.row("System architecture", "Se docs/architecture.md", "See docs/architecture.md");
        page.row("System-level input", "Underskrevne leverancer fra kildesystemer", "Signed deliveries of registries");
        page.row(
                "System-level output",
                "Markeringer; antal uden beregning; udækket behov",
                "Flags; counts without a calculation; unmet need");
        page.openRow(
                "Maintenance",
                "Hvem der vedligeholder, og hvor tit modellen gennemgås.",
                "Who maintains it, and how often the model is reviewed.");
        page.row("Model name", manifest.name(), manifest.name());
        page.row("Model version", manifest.version(), manifest.version());
        page.row("Model task", manifest.target().danish(), manifest.target().english());
        page.row("Model input", inputs(running), inputs(running));
        page.row(
                "Model output",
                "Kalibreret hyppighed, eller ingen beregning",
                "A calibrated frequency, or no calculation");
        page.row(
                "Model architecture",
                "Additivt pointkort, " + manifest.calibration().method(),
                "Additive scorecard, " + manifest.calibration().method());
        JsonNode auc = manifest.evaluation().path("auc");
        JsonNode error = manifest.evaluation().path("calibration_error");
        String performance = "AUC " + Tables.interval(auc) + "; ECE " + Tables.interval(error);
        page.row("Model performance", performance, performance);
        page.row(
                "Datasets and their purposes",
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
        start(page, "Data", "Tier 2: Data specification");
        String origin = provenance.path("data").asText("-");
        page.row("Development data description", origin, origin);
        page.row("Data modality", "Tal i tabeller", "Tabular");
        page.row("Data quantities", provenance.path("rows"), provenance.path("rows"));
        page.row(
                "Sensitive attributes",
                "Ikke brugt: " + tables.names(Availability.FORBIDDEN),
                "Not used: see the Danish column");
        page.openRow(
                "Data completeness and representativeness", "Kommunens egne data.", "The municipality's own data.");
        page.row(
                "Data cleaning",
                "Tilbageholdte rækker meldes med linje og kode (docs/feed.md)",
                "Quarantined rows are reported by line and code (docs/feed.md)");
        page.row(
                "Data collection",
                "Af kildesystemer på en hjemmel; se article-30.md",
                "By registries on a legal basis; see article-30.md");
        page.row(
                "Data access and storage",
                "Pseudonymer; sletning efter article-30.md",
                "Pseudonyms; erasure as in article-30.md");
        page.openRow("Data sharing agreements", "Aftaler med kildesystemer.", "Agreements with registries.");
        page.endTable();
    }

    private static void risks(Page page, Tables tables) {
        start(page, "Risici og konsekvensanalyser", "Tier 2: Risks, mitigations and impact assessments");
        page.openRow(
                "Impact assessments",
                "DPIA og FRIA med dato; fakta i dpia-facts.md og fria-facts.md.",
                "DPIA and FRIA with dates; facts in dpia-facts.md and fria-facts.md.");
        page.openRow(
                "Risks",
                "Kommunens liste; målte fejl står nedenfor.",
                "The municipality's list; measured errors are below.");
        page.endTable();
        tables.groups();
    }
}

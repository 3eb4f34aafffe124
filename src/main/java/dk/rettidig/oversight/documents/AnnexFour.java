package dk.rettidig.oversight.documents;

import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ReleasedModels;

/** Inputs to the technical documentation: AI Act article 11 and the nine headings of Annex IV. */
final class AnnexFour {

    private static final String READ = "read";

    private AnnexFour() {}

    static String of(Running running) {
        Page page = new Page(running, "Teknisk dokumentation", "Technical documentation");
        Tables tables = new Tables(running, page);
        general(page, running);
        development(page, running, tables);
        page.section(
                "3. Overvågning, virkemåde og grænser",
                "3. Monitoring, functioning and limits",
                "AI Act bilag/Annex IV(3), 12, 15",
                READ);
        tables.groups();
        page.say(
                "Beregnede værdier gælder grupper, ikke et barn. Børn uden aktuelle oplysninger får ingen beregning. Hver beregning tæller, hvor mange der fik en, efter alder og grund.",
                "Calculated values hold for groups, not for a child. Children without current facts get no calculation. Each run counts how many got one, by age and reason.");
        page.open(
                "Utilsigtede følger, som udbyderen kan forudse.", "Unintended outcomes that the provider can foresee.");
        page.section("4. Hvorfor tallene passer", "4. Why the metrics fit", "AI Act bilag/Annex IV(4), 9(8)", READ);
        page.say(
                "Grænserne stod i regelsættet, før modellen blev prøvet; grunden står ved hver i tabellen under punkt 2.",
                "The limits stood in the policy set before the model was tested; the reason is at each in the table under heading 2.");
        page.section("5. Risikostyring", "5. Risk management", "AI Act bilag/Annex IV(5), 9", READ);
        Safeguards.say(page);
        page.open(
                "Udbyderens system til risikostyring, med særlig hensyn til børn.",
                "The provider's risk management system, with special regard to children.");
        page.section("6. Ændringer i livsforløbet", "6. Changes over the life cycle", "AI Act bilag/Annex IV(6)", READ);
        page.say(
                "En udgivelse ændres aldrig; en ændring er en ny version, som skal gennem hele udgivelsesprøven. Start af hver beregning binder manifestets aftryk i protokollen.",
                "A release never changes; a change is a new version that must pass the whole release gate. The start of each run binds the manifest's digest in the ledger.");
        page.section("7. Standarder", "7. Standards", "AI Act bilag/Annex IV(7)", READ);
        page.say("Ingen harmoniseret standard er påberåbt.", "No harmonised standard is relied on.");
        page.section(
                "8. EU-overensstemmelseserklæring",
                "8. EU declaration of conformity",
                "AI Act bilag/Annex IV(8), 43, 47",
                READ);
        page.open(
                "Erklæringen og dens dato; der er ingen i det, der kører.",
                "The declaration and its date; there is none in what runs.");
        page.section(
                "9. Plan for overvågning efter omsætning",
                "9. Post-market monitoring plan",
                "AI Act bilag/Annex IV(9), 72",
                "memory-high");
        page.open("Udbyderens plan.", "The provider's plan.");
        return page.markdown();
    }

    private static void general(Page page, Running running) {
        page.section("1. Almindelig beskrivelse", "1. General description", "AI Act bilag/Annex IV(1)", READ);
        Flow.say(page, running);
        ModelManifest manifest = running.manifest();
        page.table("felt / field", "værdi / value");
        page.row("model", manifest.ref());
        page.row("slags / kind", manifest.kind());
        page.row("format", manifest.format());
        page.row("manifest SHA-256", running.model().digest());
        page.row("underskrevet med / signed with", running.model().signedBy());
        page.row(
                "trænet / trained",
                manifest.provenance().path("settings").path("trained_at").asText("-"));
        page.row("træner / trainer", manifest.provenance().path("trainer").asText("-"));
        page.row("Java", manifest.provenance().path("java").asText("-"));
        page.row(
                "arkitektur / architecture",
                manifest.provenance().path("architecture").asText("-"));
        page.row(
                "indstillinger / settings SHA-256",
                manifest.provenance().path("settings_sha256").asText("-"));
        page.endTable();
        page.line("Modelkort / model card: [models/" + manifest.ref() + "/" + ReleasedModels.CARD + "](../../models/"
                + manifest.ref() + "/" + ReleasedModels.CARD + ")");
        page.open(
                "Udbyderens navn og adresse; hvem der er udbyder, når kommunen selv træner (art. 25).",
                "The provider's name and address; who is provider when the municipality trains itself (art. 25).");
        page.open("Maskiner og drift.", "Hardware and hosting.");
    }

    private static void development(Page page, Running running, Tables tables) {
        ModelManifest manifest = running.manifest();
        page.section("2. Udvikling", "2. Development", "AI Act bilag/Annex IV(2), 10", READ);
        page.say(
                "Et pointkort: hver oplysning falder i ét trin med én vægt, vægtene lægges sammen og kalibreres ("
                        + manifest.calibration().method()
                        + "). Ingen vægt går mod sin retning, så hver grund er nøjagtig og kan regnes efter i hånden.",
                "A scorecard: each fact falls into one bin with one weight, the weights are added and calibrated ("
                        + manifest.calibration().method()
                        + "). No weight runs against its direction, so each reason is exact and can be computed by hand.");
        page.heading("Data", "Data");
        page.line("- oprindelse / origin: " + manifest.provenance().path("data").asText("-") + "\n- rækker / rows: "
                + manifest.provenance().path("rows") + "\n- deling / split (%): "
                + manifest.provenance().path("settings").path("split") + "\n- udeladt / left out: "
                + manifest.provenance().path("dropped"));
        tables.features();
        page.heading("Prøvning", "Validation");
        tables.findings();
        page.line("Filer i udgivelsen / files of the release:");
        page.table("fil / file", "SHA-256", "byte");
        manifest.files().forEach(file -> page.row("`" + file.name() + "`", "`" + file.sha256() + "`", file.bytes()));
        page.endTable();
        page.open(
                "Hvem der prøvede, med dato og underskrift ud over nøglens.",
                "Who tested, with date and signature beside the key's.");
        page.open("Ændringer, der er fastlagt på forhånd.", "Predetermined changes.");
        page.heading("Sikkerhed og tilsyn", "Security and oversight");
        page.line("Se punkt 5 og fria-facts.md. / See heading 5 and fria-facts.md.");
    }
}

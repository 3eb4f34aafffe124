package dk.rettidig.oversight.documents;

/** What the service does to protect people, as the code and its tests have it. */
final class Safeguards {

    private Safeguards() {}

    static void say(Page page) {
        page.table("dansk", "English");
        page.row(
                "Hver forespørgsel går gennem én port, som afviser alt, ingen regel tillader; en fejl i en regel er en afvisning",
                "Every request passes one gate that refuses what no rule permits; an error in a rule is a refusal");
        page.row(
                "Hver beslutning og hvert opslag står i en protokol, der kun kan lægges til (RFC 6962), med bevis; kan den ikke skrives, sker der intet",
                "Every decision and look-up stands in an append-only ledger (RFC 6962) with proofs; if it cannot be written nothing happens");
        page.row(
                "Pseudonymer med en nøgle for hver kommune og hvert formål, hos en adskilt myndighed; tjenesten ser aldrig cpr-numre",
                "Pseudonyms under a key for each municipality and purpose, at a separate authority; the service never sees CPR numbers");
        page.row(
                "Leverancer er underskrevet af kildesystemet; et muligt cpr-nummer afviser dem helt",
                "Deliveries are signed by the registry; a possible CPR number rejects them whole");
        page.row(
                "Værdien af et barn, der ikke blev markeret, gemmes ikke",
                "The value of a child that was not flagged is not kept");
        page.row(
                "En markerings beregning er krypteret for sig og kan først læses, når rådgiveren har låst sin egen vurdering",
                "The calculation of a flag is encrypted by itself and can be read only after the caseworker has sealed an own view");
        page.row("Genidentifikation kræver to personer", "Re-identification needs two people");
        page.row(
                "Rækkesikkerhed i databasen adskiller kommuner; skærmen siger intet om styrke før låsen",
                "Row-level security separates municipalities; the screen says nothing of strength before the seal");
        page.row(
                "Modeller kører kun med underskrift, aftryk og kontrol af hver vægt",
                "Models run only with signature, digests and a check of each weight");
        page.endTable();
    }
}

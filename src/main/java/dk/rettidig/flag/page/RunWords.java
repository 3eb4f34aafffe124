package dk.rettidig.flag.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of runs in Danish; English stands in {@code messages/runs_en.properties}. */
@MessageBundle("runs")
public interface RunWords {

    @Message("Beregninger")
    String title();

    @Message("En beregning læser børn i omfanget og markerer dem, en rådgiver bør se på. Værdien for et barn, der ikke"
            + " blev markeret, gemmes ikke.")
    String text();

    @Message("Beregning begyndt {at}")
    String heading(String at);

    @Message("Status")
    String state();

    @Message("Børn i omfanget")
    String children();

    @Message("Beregnet")
    String scored();

    @Message("Ingen beregning – læs sagen")
    String abstained();

    @Message("Hvorfor der ingen beregning er, efter alder")
    String abstainedWhy();

    @Message("Antal under 5 vises ikke, og heller ikke et tal, der ville røbe et. Et barn kan have flere grunde.")
    String abstainedText();

    @Message("I alt")
    String total();

    @Message("Markeret")
    String flagged();

    @Message("Udækket behov: over tærsklen, men ud over hvad I kan nå at læse")
    String unmet();

    @Message("Pr. dato")
    String asOf();

    @Message("Model")
    String model();

    @Message("Hjemmel")
    String basis();

    @Message("Fase")
    String phase();

    @Message("Regelsæt")
    String policy();

    @Message("Grund")
    String reason();

    @Message("Rod over de børn, der var med")
    String membership();

    @Message("{stage}: {done} af {total}")
    String progress(String stage, long done, long total);

    @Message("Siden opdaterer sig selv, mens beregningen er i gang.")
    String refreshing();

    @Message("Ingen beregninger endnu")
    String emptyTitle();

    @Message("Når en beregning bliver startet, følger du den her.")
    String emptyText();

    @Message("Start en beregning")
    String startTitle();

    @Message(
            "Beregningen læser de børn, som hjemlen har i omfang, og markerer dem, en rådgiver bør se på. Alle forespørgsler, også dem, der bliver afvist, står i protokollen med dit navn bag et håndtag.")
    String startText();

    @Message("På hvilken hjemmel?")
    String whichBasis();

    @Message("Kun hvad der var kendt ved udgangen af denne dag, bliver brugt.")
    String asOfHint();

    @Message("Start beregningen")
    String start();

    @Message("Der er et problem")
    String problem();

    @Message("En faglig leder starter beregninger. Du kan følge dem på listen.")
    String leaderStarts();

    @Message("Ingen hjemmel er slået til")
    String noBasisTitle();

    @Message("Uden en hjemmel i regelsættet kan ingen beregning startes. Resten af Rettidig virker uden.")
    String noBasisText();

    @Message("Til beregningerne")
    String toRuns();
}

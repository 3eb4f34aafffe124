package dk.rettidig.casefile.supervision.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of legal supervision in Danish; English stands in {@code messages/supervision_en.properties}. */
@MessageBundle("supervision")
public interface SupervisionWords {

    @Message("Juridisk tilsyn")
    String title();

    @Message(
            "Sager trukket ved lod, som ingen har kunnet vælge. To gennemgår hver sag uden at se hinandens svar. En runde kan ikke ændres eller tages tilbage.")
    String lead();

    @Message("Runder")
    String rounds();

    @Message("Der er ingen runder endnu.")
    String none();

    @Message("Runde")
    String round();

    @Message("Trukket fra")
    String drawnFrom();

    @Message("Sager i rammen")
    String cases();

    @Message("Stikprøve")
    String sample();

    @Message("Lodtrækning")
    String draw();

    @Message("tidligst {at}")
    String opens(String at);

    @Message("Hvad runden viser")
    String reportTitle();

    @Message("{reviewed} af {sample} sager er gennemgået af to.")
    String reviewed(String reviewed, String sample);

    @Message("Sager med mindst én fejl")
    String any();

    @Message("Enighed mellem de to")
    String agreement();

    @Message("Regel for regel")
    String rules();

    @Message("Regel")
    String rule();

    @Message("Fejl i stikprøven")
    String faults();

    @Message("Ikke afklaret")
    String open();

    @Message("I hele rammen")
    String interval();

    @Message("Siden sidst")
    String change();

    @Message("Plan")
    String plan();

    @Message("Behov for undervisning")
    String training();

    @Message("Hent filen, som enhver kan trække lod igen med")
    String file();

    @Message("Kontrollér lodtrækningen med ./rettidig verify draw FIL --key NØGLE. Filen nævner ingen sag.")
    String fileText();

    @Message("Alle runder")
    String back();
}

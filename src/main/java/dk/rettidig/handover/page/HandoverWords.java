package dk.rettidig.handover.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about handovers in Danish; English stands in {@code messages/handover_en.properties}. */
@MessageBundle("handover")
public interface HandoverWords {

    @Message("Overdragelser")
    String title();

    @Message("Overdragelse")
    String one();

    @Message(
            "Børn, der flytter til en anden kommune eller kommer fra en (BL § 132). Sagens materiale sendes fra fagsystem til fagsystem.")
    String lead();

    @Message("Den, der har ventet længst, står øverst; rækkefølgen siger intet andet.")
    String order();

    @Message("Overdrag et barn")
    String toNew();

    @Message("Se de afsluttede")
    String showEnded();

    @Message("Se dem, der er i gang")
    String showOpen();

    @Message("Ingen overdragelser her")
    String emptyTitle();

    @Message("Listen viser, hvad jeres kommune har sendt, og hvad der er på vej hertil fra kommuner i dette system.")
    String emptyText();

    @Message("Skrevet")
    String since();

    @Message("Kommune")
    String way();

    @Message("Hvor langt")
    String stage();

    @Message("Næste frist")
    String due();

    @Message("Overskredet")
    String overdue();

    @Message("Barnets pseudonym")
    String child();

    @Message("Som jeres eget arkiv viser det: 43 tegn. Aldrig et cpr-nummer.")
    String childHint();

    @Message("Hvilken kommune flytter barnet til?")
    String receiver();

    @Message("Vælg en kommune")
    String choose();

    @Message("Barnets alder")
    String age();

    @Message("Flyttedag")
    String moved();

    @Message("Hvilken dag fik I kendskab til flytningen?")
    String known();

    @Message("Hvorfor overdrages barnet?")
    String grounds();

    @Message("Hvilket materiale er sendt i fagsystemet?")
    String materials();

    @Message("Sammenfatningen af de faglige vurderinger skal altid med.")
    String materialsHint();

    @Message("Bemærkning til modtageren (kan udelades)")
    String remark();

    @Message("Ingen navne, ingen cpr-numre, intet indhold fra sagen.")
    String remarkHint();

    @Message("Overdrag")
    String save();

    @Message(
            "Barnet overdrages, når jeres arkiv har omsat pseudonymet til den nye kommune. Skriv derfor overdragelsen, før flytningen meldes i arkivet.")
    String afterwards();

    @Message("Fejl:")
    String error();

    @Message("Skrevet")
    String written();

    @Message("Fremme hos modtageren")
    String deliveredAt();

    @Message("Ansvarlig")
    String responsible();

    @Message("Ingen endnu")
    String noneYet();

    @Message("Modtageren ved, at der er en overdragelse på vej, men ikke om hvilket barn.")
    String awaitingSent();

    @Message(
            "Der er en overdragelse på vej. Hvilket barn det er, ses, når den anden kommunes arkiv har omsat pseudonymet.")
    String comingText();

    @Message(
            "Indholdet ses, når I har åbnet overdragelsen. Den anden kommune ser, hvornår den blev åbnet, og hvilken funktion der åbnede den.")
    String closedText();

    @Message("Se underretningen")
    String notification();

    @Message("Hvad mangler")
    String duties();

    @Message("jeres")
    String ours();

    @Message("den anden kommunes")
    String theirs();

    @Message("Senest")
    String by();

    @Message("Hvad der er sket")
    String acts();

    @Message("Ingen af kommunerne har gjort noget endnu.")
    String nothing();

    @Message("Hvem der har fået besked hos jer")
    String tellings();

    @Message("Ingen endnu.")
    String toldNobody();

    @Message("Den faglige leder")
    String leader();

    @Message("Materiale:")
    String asked();

    @Message("Åbn overdragelsen")
    String open();

    @Message(
            "Når I åbner, oprettes en underretning fra en anden kommune. Den skal vurderes inden 24 timer fra det øjeblik, overdragelsen kom frem (BL § 136, stk. 2).")
    String openHint();

    @Message("Svar den anden kommune")
    String answer();

    @Message("Svar")
    String code();

    @Message("Begrundelse")
    String because();

    @Message("Mindst 20 tegn. Den anden kommune læser det. Ingen navne, ingen cpr-numre.")
    String becauseHint();

    @Message("Hvad mangler I? (kun når I mangler materiale)")
    String missing();

    @Message("Send svaret")
    String send();

    @Message("Eftersend materiale")
    String supplement();

    @Message("Bemærkning (kan udelades)")
    String supplementRemark();

    @Message("Materialet er sendt")
    String supplementSave();

    @Message("Afslut overdragelsen")
    String settle();

    @Message("Svaret er læst. Skriv, hvad det betyder for barnet, og hvad I har gjort.")
    String settleHint();

    @Message("Træk overdragelsen tilbage")
    String withdraw();

    @Message("For eksempel fordi familien alligevel ikke flytter. Skriv hvorfor.")
    String withdrawHint();

    @Message("Alle overdragelser")
    String toList();

    @Message("Til {municipality}")
    String to(String municipality);

    @Message("Fra {municipality}")
    String from(String municipality);

    @Message("{who}, {at}")
    String whoAt(String who, String at);

    @Message("Flytningen var kendt hos afsenderen")
    String knownShort();

    @Message("Grunde")
    String groundsShort();

    @Message("Sendt materiale")
    String materialsShort();

    @Message("Bemærkning")
    String remarkShort();
}

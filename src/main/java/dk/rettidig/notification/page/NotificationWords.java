package dk.rettidig.notification.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about notifications in Danish; English stands in {@code messages/notification_en.properties}. */
@MessageBundle("notification")
public interface NotificationWords {

    @Message("Underretninger")
    String listTitle();

    @Message("Det, der mangler at blive gjort. Den næste frist står øverst; rækkefølgen siger intet andet.")
    String listText();

    @Message("Ingen underretninger venter")
    String listEmptyTitle();

    @Message("Når der kommer en, så registrér den her. Brevet bliver i fagsystemet.")
    String listEmptyText();

    @Message("Registrér en underretning")
    String register();

    @Message("Næste frist")
    String nextDue();

    @Message("Underretning")
    String one();

    @Message("Hvem underretter")
    String notifier();

    @Message("Hvor langt")
    String state();

    @Message("Frist overskredet")
    String overdue();

    @Message("Ingen frist i loven")
    String noDeadline();

    @Message("Screeningen er afsluttet; noget andet mangler")
    String screened();

    @Message("Ikke screenet")
    String notScreened();

    @Message("Fejl:")
    String error();

    @Message("Barnets pseudonym")
    String child();

    @Message(
            "43 tegn, som arkivet viser dem. Et ufødt barn eller et barn uden cpr-nummer får et lokalt id i arkivet. Aldrig et cpr-nummer.")
    String childHint();

    @Message("Barnets alder")
    String age();

    @Message("Kun aldersgruppen gemmes.")
    String ageHint();

    @Message("Barnets køn (kan udelades)")
    String sex();

    @Message(
            "Bruges kun til at tælle. Ingen, der arbejder med underretningen, får det vist, og ingen beregning bruger det.")
    String sexHint();

    @Message("Hvornår kom underretningen?")
    String received();

    @Message("Fristerne regnes herfra, også om natten og i weekenden.")
    String receivedHint();

    @Message("Hvad drejer det sig om?")
    String causes();

    @Message("Vælg alt, der passer.")
    String causesHint();

    @Message("Særlige forhold")
    String marks();

    @Message("Overgreb og æresrelateret konflikt følger af årsagerne; sæt kun det, der ikke gør.")
    String marksHint();

    @Message("Brevets journalnummer (kan udelades)")
    String letter();

    @Message("Nummeret i fagsystemet. Aldrig et cpr-nummer.")
    String letterHint();

    @Message("Modtaget {at}")
    String receivedAt(String at);

    @Message("Leveret af {registry}; i fagsystemet: {called}.")
    String delivered(String registry, String called);

    @Message("Ingen har taget den endnu. Den, der skriver det første skridt, får ansvaret.")
    String nobodyYet();

    @Message("Hvad loven kræver")
    String duties();

    @Message("Hvad")
    String duty();

    @Message("Senest")
    String due();

    @Message("Hvordan det står")
    String status();

    @Message("Hvad der er gjort")
    String steps();

    @Message("Intet er skrevet endnu. At intet er skrevet, betyder ikke, at intet er gjort.")
    String stepsNone();

    @Message("Skriv, hvad der er gjort")
    String record();

    @Message("Hvad er gjort?")
    String stepKind();

    @Message("Begrundelse")
    String because();

    @Message(
            "Kræves, når screeningen afsluttes, og når der ikke holdes samtale. Mindst 20 tegn, ingen navne, intet cpr-nummer.")
    String becauseHint();

    @Message("Gem")
    String save();

    @Message("Andre underretninger om samme barn")
    String others();

    @Message("af {who}, {at}")
    String by(String who, String at);

    @Message("Fortalt {who}: {what}")
    String told(String who, String what);

    @Message("Faglig leder")
    String leader();

    @Message("Tilbage til listen")
    String back();

    @Message("Lempeligt læst: {day}")
    String lenient(String day);

    @Message("Andre børn i husstanden eller brevet venter")
    String othersOpen();

    @Message("Denne er hændelsens første. Hver underretter får sin egen bekræftelse og tilbagemelding.")
    String isFirst();

    @Message("Samme hændelse")
    String same();

    @Message("Samme hændelse, den første")
    String sameFirst();

    @Message("Samme hændelse som denne")
    String join();

    @Message("Tag ud af hændelsen")
    String separate();

    @Message("Hvorfor er det ikke samme hændelse? Mindst 20 tegn, ingen navne.")
    String separateWhy();

    @Message("Børn, der hører sammen med dette")
    String linked();

    @Message("Ingen kendte. Det betyder ikke, at der ingen er.")
    String linkedNone();

    @Message("Samme husstand. Andre børn: {others}.")
    String household(int others);

    @Message("Nævnt i samme brev eller hændelse. Andre børn: {others}.")
    String sameLetter(int others);

    @Message("Underretning, der ikke er færdig, modtaget {at}")
    String openSince(String at);

    @Message("Ingen af deres underretninger venter.")
    String noneOpen();

    @Message("Hører ikke sammen med dem")
    String unlink();

    @Message("Hvorfor ikke? Mindst 20 tegn, ingen navne.")
    String unlinkWhy();

    @Message("Et barn i samme husstand")
    String linkOther();

    @Message("Adressen eller nummeret på underretningen om det andet barn.")
    String linkOtherHint();

    @Message("Saml børnene")
    String link();

    @Message("Uden for arbejdstid")
    String dutyTitle();

    @Message("Det, der skal være gjort inden {morning}. Rækkefølgen er fristernes, også om natten.")
    String dutyText(String morning);

    @Message("{works} har vagt til {until}. {told} får besked, når en frist er overskredet.")
    String dutyNow(String works, String told, String until);

    @Message("Når ingen har vagt, går besked til {who}.")
    String dutyFallback(String who);

    @Message("Ingen har vagt, og ingen er nævnt for tiden uden vagt: alle faglige ledere ser, hvad der er overskredet.")
    String dutyNobody();

    @Message("Ansvarlig")
    String answers();

    @Message("Ingen endnu")
    String nobody();

    @Message("Intet haster")
    String dutyEmptyTitle();

    @Message("Ingen frist ligger før næste arbejdsdag begynder.")
    String dutyEmptyText();

    @Message("Alle underretninger")
    String allOfThem();

    @Message("Vagtplan")
    String rosterTitle();

    @Message("Hvem der har vagt, og hvem der får besked ved en frist. Tider er danske.")
    String rosterText();

    @Message("Ingen har vagt fra {begins} til {ends}.")
    String rosterGap(String begins, String ends);

    @Message("Fra")
    String rosterFrom();

    @Message("Til")
    String rosterTo();

    @Message("Har vagt")
    String rosterOnDuty();

    @Message("Navnet, personen er kendt under her.")
    String rosterOnDutyHint();

    @Message("Får besked ved en frist")
    String rosterTold();

    @Message("Kan udelades: så er det den, der har vagt.")
    String rosterToldHint();

    @Message("Fjern")
    String rosterRemove();

    @Message("Ingen er på vagtplanen.")
    String rosterEmpty();

    @Message("Sæt på vagtplanen")
    String rosterAdd();

    @Message("Når ingen har vagt")
    String fallbackTitle();

    @Message("Hvem får besked?")
    String fallbackLabel();

    @Message(
            "I de sidste syv dage kom {rows} rækker og {deliveries} hele leverancer af underretninger ikke ind. Ingen frist løber for dem her: find dem i modtagesystemet, og sig det til datateamet.")
    String heldBack(long rows, long deliveries);
}

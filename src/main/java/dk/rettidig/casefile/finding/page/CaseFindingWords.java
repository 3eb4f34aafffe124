package dk.rettidig.casefile.finding.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about case findings in Danish; English stands in {@code messages/casefile_en.properties}. */
@MessageBundle("casefile")
public interface CaseFindingWords {

    @Message("Fund i sager")
    String title();

    @Message(
            "Det, der ikke er registreret i sagernes journal. At noget ikke er registreret, siger ikke, at det ikke er gjort, eller at familien ikke fik hjælp: se efter i sagen. Den tidligste frist står øverst; rækkefølgen siger intet andet.")
    String lead();

    @Message("Intet mangler i sagerne")
    String emptyTitle();

    @Message(
            "Sagerne tjekkes hver dag ud fra de datoer, fagsystemet har leveret. Intet fund siger kun, at datoerne er registreret.")
    String emptyText();

    @Message("Regel")
    String rule();

    @Message("Enhed")
    String unit();

    @Message("Nummeret fra kommunens egen liste; 0 er sager uden enhed. Lad feltet stå tomt for alle.")
    String unitHint();

    @Message("Vis")
    String show();

    @Message("Senest")
    String due();

    @Message("Hvad mangler")
    String what();

    @Message("Hvordan det står")
    String state();

    @Message("Ingen frist i loven")
    String noDue();

    @Message("Åbn sagens fund")
    String openCase();

    @Message("Vis de næste")
    String more();

    @Message("Se tal og udvikling")
    String toFigures();

    @Message("Hent alle fund som fil (CSV)")
    String export();

    @Message(
            "Filen har børnenes pseudonymer, så fagsystemet kan finde sagerne. At du henter den, bliver indført i protokollen.")
    String exportHint();

    @Message("En sags fund")
    String oneCase();

    @Message(
            "Du står i protokollen for at have åbnet sagen. At noget ikke er registreret, siger ikke, at det ikke er gjort.")
    String caseLead();

    @Message("Pseudonym i fagsystemet")
    String pseudonym();

    @Message("Tjekket")
    String checkedOn();

    @Message("Det, der mangler")
    String missing();

    @Message("Intet mangler ved det seneste tjek.")
    String noneMissing();

    @Message("Det, der er løst")
    String resolved();

    @Message("Kravet opstod")
    String demanded();

    @Message("Set første gang {day}")
    String firstSeen(String day);

    @Message("Datoen mangler: {what}")
    String missingDate(String what);

    @Message("Registreret {day}")
    String doneOn(String day);

    @Message("{how}, set {day}")
    String resolvedOn(String how, String day);

    @Message("{ref} · version {version}")
    String ruleVersion(String ref, int version);

    @Message("Tilbage til listen")
    String back();

    @Message("Fund i sager: tal og udvikling")
    String figuresTitle();

    @Message(
            "Hvor mange krav der er registreret i tide, og hvor mange der ikke er. Tallene siger noget om journalen, ikke om hjælpen.")
    String figuresLead();

    @Message("Seneste tjek: {day}, {cases} sager.")
    String checked(String day, String cases);

    @Message("Sagerne er ikke tjekket endnu. Det sker hver dag, når fagsystemet har leveret.")
    String neverChecked();

    @Message("Du ser hele kommunen, kun måneder der er slut, afrundet til fem; under fem vises ikke.")
    String guarded();

    @Message("Regel for regel, {month}")
    String nowTitle(String month);

    @Message("Ikke registreret i tide")
    String breached();

    @Message("Ikke registreret endnu")
    String open();

    @Message("Kan ikke afgøres, eller datoer i uorden")
    String undecidable();

    @Message("Registreret for sent")
    String late();

    @Message("Registreret i tide")
    String met();

    @Message("Ikke registreret i tide, måned for måned")
    String trendTitle();

    @Message("Der er endnu ingen måneder at vise.")
    String trendNone();

    @Message("Reglerne")
    String rulesTitle();

    @Message("{ref} · {severity} · {id}, version {version} · i kraft fra {day}")
    String ruleIn(String ref, String severity, String id, int version, String day);

    @Message("Hent tallene som fil (CSV)")
    String table();
}

package dk.rettidig.oversight.documents;

import dk.rettidig.law.LegalBasis;
import java.util.stream.Collectors;

/** Facts for the fundamental-rights assessment: AI Act article 27(1)(a) to (f). The assessment itself is people's. */
final class FriaFacts {

    private FriaFacts() {}

    static String of(Running running) {
        Page page = new Page(
                running,
                "Fakta til konsekvensanalysen for grundlæggende rettigheder (FRIA)",
                "Facts for the fundamental rights impact assessment (FRIA)");
        Tables tables = new Tables(running, page);
        processes(page, running);
        period(page, running);
        persons(page, tables);
        harms(page, tables);
        oversight(page);
        remedies(page);
        notification(page);
        return page.markdown();
    }

    private static void processes(Page page, Running running) {
        page.section("Processer", "Processes", "AI Act art. 27(1)(a)", "read");
        Flow.say(page, running);
        page.open(
                "Hvilket arbejde i kommunen systemet går ind i, og hvem der har ansvaret.",
                "Which work of the municipality the system enters, and who is responsible.");
    }

    private static void period(Page page, Running running) {
        page.section("Periode og hyppighed", "Period and frequency", "AI Act art. 27(1)(b)", "read");
        page.say(
                "En faglig leder starter hver beregning; intet sker af sig selv. Et barn er højst i omfanget så længe: "
                        + days(running) + ".",
                "A team leader starts each run; nothing happens by itself. A child is in scope for at most: "
                        + days(running) + ".");
        page.open("Fra hvornår, hvor længe, og hvor tit.", "From when, for how long, and how often.");
    }

    private static void persons(Page page, Tables tables) {
        page.section("Grupper af personer", "Categories of persons", "AI Act art. 27(1)(c)", "read");
        tables.bases();
        page.open(
                "Hvor mange børn i kommunen, og hvilke grupper af dem.",
                "How many children of the municipality, and which groups.");
    }

    private static void harms(Page page, Tables tables) {
        page.section("Skader", "Harms", "AI Act art. 27(1)(d)", "read");
        page.say(
                "Målte fejl i hver gruppe på prøvedata. En markering uden behov kan føre til et unødigt indgreb; et overset behov til, at hjælp udebliver.",
                "Measured errors in each group on test data. A flag without need can lead to a needless intrusion; a missed need to help that does not come.");
        tables.groups();
        page.heading("Udgivelsesprøven", "The release gate");
        tables.findings();
        page.open(
                "Skader for børn, forældre, søskende og medarbejdere i denne kommune.",
                "Harms to children, parents, siblings and staff in this municipality.");
    }

    private static void oversight(Page page) {
        page.section("Menneskeligt tilsyn", "Human oversight", "AI Act art. 27(1)(e), 14, 26(2)", "read");
        page.table("dansk", "English");
        page.row(
                "Rådgiveren låser sin egen vurdering, før beregningen kan ses",
                "The caseworker seals an own view before the calculation can be seen");
        page.row(
                "Lister følger fristen; intet viser styrke før låsen",
                "Lists follow the deadline; nothing shows strength before the seal");
        page.row(
                "Hver grund, det der trækker ned, og det der mangler, vises med alder og kilde",
                "Each reason, what lowers it and what is missing is shown with age and source");
        page.row(
                "Konklusionen er rådgiverens og skal begrundes; intet måler, om beregningen blev fulgt af den enkelte",
                "The outcome is the caseworker's and needs a justification; nothing measures whether a person followed the calculation");
        page.endTable();
        page.open(
                "Hvem der fører tilsyn, og hvornår de blev uddannet.",
                "Who has oversight, and when they were trained.");
    }

    private static void remedies(Page page) {
        page.section(
                "Hvis en risiko bliver til virkelighed",
                "If a risk materialises",
                "AI Act art. 27(1)(f), 26(5), 86",
                "read");
        page.say(
                "En indsigelse eller klage standser sletning og kan holde barnet ude af beregninger. Familien kan få en forklaring i et let sprog af de samme værdier, en udskrift af alt om barnet, og en forkert værdi går tilbage til kilden.",
                "An objection or complaint halts erasure and can keep the child out of runs. The family can get an explanation in plain words from the same values, an extract of all about the child, and a wrong value goes back to its source.");
        page.open(
                "Hvem der modtager klager, og hvem der kan standse brugen.",
                "Who receives complaints, and who can suspend use.");
    }

    private static void notification(Page page) {
        page.section("Anmeldelse og sammenhæng", "Notification and links", "AI Act art. 27(3)-(4), 49(3)", "read");
        page.open(
                "Dato for underretning af markedsovervågningsmyndigheden.",
                "Date of notification of the market surveillance authority.");
        page.open(
                "Henvisning til DPIA og til registreringen i EU's database.",
                "Reference to the DPIA and to the registration in the EU database.");
    }

    private static String days(Running running) {
        return running.policies().bases().all().stream()
                .filter(LegalBasis::enabled)
                .map(basis -> "`" + basis.id() + "` " + basis.maximumDays() + " d")
                .collect(Collectors.joining(", "));
    }
}

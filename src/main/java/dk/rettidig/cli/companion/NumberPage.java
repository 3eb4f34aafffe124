package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.ChildDesk.Entered;
import dk.rettidig.cli.companion.ChildDesk.Stay;
import dk.rettidig.cli.vault.Admission;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.web.Words;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** From a number to a pseudonym. */
final class NumberPage {

    private static final int UNPROCESSABLE = 422;

    private final ChildDesk desk;
    private final Pages pages;
    private final Supplier<LocalDate> today;
    private final Optional<URI> service;

    NumberPage(ChildDesk desk, Pages pages, Supplier<LocalDate> today, Optional<URI> service) {
        this.desk = desk;
        this.pages = pages;
        this.today = today;
        this.service = service;
    }

    Answer show(Visit visit) {
        return pages.page(200, visit, "number", Fields.fresh(today.get()));
    }

    Answer submit(Visit visit) throws CompanionException, IOException, InterruptedException {
        Fields fields = new Fields(visit, pages.texts(), today.get());
        Optional<Admission.Admitted> number = fields.number();
        Optional<Stay> stay = fields.stay();
        if (number.isEmpty() || stay.isEmpty()) {
            return pages.page(UNPROCESSABLE, visit, "number", fields.values());
        }
        VaultIdentity.Numbered child = new VaultIdentity.Numbered(number.get().number());
        Entered entered = desk.enter(List.of(child), stay.get()).getFirst();
        Map<String, Object> values = result(visit, entered);
        values.put("ending", Fields.ending(child.number()));
        values.put("replacement", number.get().kind() == dk.rettidig.pseudonym.CprNumber.Kind.REPLACEMENT);
        values.put("test", number.get().kind() == dk.rettidig.pseudonym.CprNumber.Kind.TEST);
        return pages.page(200, visit, "found", values);
    }

    /** What the pages with a pseudonym show. */
    private Map<String, Object> result(Visit visit, Entered entered) {
        return result(visit, entered, service);
    }

    static Map<String, Object> result(Visit visit, Entered entered, Optional<URI> service) {
        String pseudonym = entered.entry().pseudonym().text();
        Map<String, Object> values = new HashMap<>();
        values.put("pseudonym", pseudonym);
        values.put("fresh", entered.fresh());
        values.put("why", entered.entry().why());
        values.put("until", Words.date(entered.entry().expires(), visit.language()));
        // A fragment stays in the browser: no server sees it, ours neither.
        values.put(
                "link",
                service.map(url -> url.resolve("/") + "#pseudonym=" + pseudonym).orElse(""));
        return values;
    }
}

package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.ChildDesk.Entered;
import dk.rettidig.cli.companion.ChildDesk.Stay;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.web.Words;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A local id for a child without a number, or not born yet. */
final class UnbornPage {

    private static final int UNPROCESSABLE = 422;

    private final ChildDesk desk;
    private final Pages pages;
    private final Supplier<LocalDate> today;
    private final Optional<URI> service;

    UnbornPage(ChildDesk desk, Pages pages, Supplier<LocalDate> today, Optional<URI> service) {
        this.desk = desk;
        this.pages = pages;
        this.today = today;
        this.service = service;
    }

    Answer show(Visit visit) {
        return pages.page(200, visit, "unborn", Fields.fresh(today.get()));
    }

    Answer submit(Visit visit) throws CompanionException, IOException, InterruptedException {
        Fields fields = new Fields(visit, pages.texts(), today.get());
        Optional<Stay> stay = fields.stay();
        Optional<LocalDate> expected = fields.expected();
        if (stay.isEmpty() || !fields.areSound()) {
            return pages.page(UNPROCESSABLE, visit, "unborn", fields.values());
        }
        Entered entered = desk.enterLocal(new Stay(stay.get().why(), stay.get().until(), expected));
        Map<String, Object> values = NumberPage.result(visit, entered, service);
        values.put("localId", entered.entry().identity() instanceof VaultIdentity.Local local ? local.id() : "");
        values.put(
                "expected",
                expected.map(day -> Words.date(day, visit.language())).orElse(""));
        return pages.page(200, visit, "local", values);
    }
}

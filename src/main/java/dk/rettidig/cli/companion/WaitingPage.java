package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.ChildDesk.Merging;
import dk.rettidig.cli.companion.ChildDesk.Pair;
import dk.rettidig.cli.companion.ChildDesk.Waiting;
import dk.rettidig.cli.companion.CompanionException.Reason;
import dk.rettidig.cli.vault.Admission;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.pseudonym.vault.VaultEntry;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who waits for a number, and how a local id and a number become one child. */
final class WaitingPage {

    static final String PATH = "/waiting";

    private static final int UNPROCESSABLE = 422;

    private final ChildDesk desk;
    private final MergePost post;
    private final PendingMerges pending;
    private final Pages pages;
    private final Supplier<LocalDate> today;

    WaitingPage(ChildDesk desk, MergePost post, PendingMerges pending, Pages pages, Supplier<LocalDate> today) {
        this.desk = desk;
        this.post = post;
        this.pending = pending;
        this.pages = pages;
        this.today = today;
    }

    Answer show(Visit visit) throws CompanionException, IOException, InterruptedException {
        return list(visit, List.of());
    }

    private Answer list(Visit visit, List<String> notes) throws CompanionException, IOException, InterruptedException {
        Waiting waiting = desk.waiting();
        Language language = visit.language();
        List<Map<String, Object>> children =
                waiting.children().stream().map(entry -> row(entry, language)).toList();
        List<Map<String, Object>> merging = waiting.merging().stream()
                .map(each -> Map.<String, Object>of(
                        "id", each.localId(),
                        "decided", Words.date(each.merge().decided(), language)))
                .toList();
        List<Map<String, Object>> unnamed = desk.withoutName().entrySet().stream()
                .map(each -> Map.<String, Object>of("source", each.getKey(), "count", each.getValue()))
                .toList();
        return pages.page(
                200,
                visit,
                "waiting",
                Map.of("children", children, "merging", merging, "notes", notes, "unnamed", unnamed));
    }

    private static Map<String, Object> row(VaultEntry entry, Language language) {
        return Map.of(
                "id", name(entry),
                "why", entry.why(),
                "since", entry.since().map(day -> Words.date(day, language)).orElse("–"),
                "expected",
                        entry.expected().map(day -> Words.date(day, language)).orElse("–"),
                "expires", Words.date(entry.expires(), language));
    }

    private static String name(VaultEntry entry) {
        return entry.identity() instanceof VaultIdentity.Local local ? local.id() : "";
    }

    /** Asks for the number of a local id's child. */
    Answer askNumber(Visit visit) throws CompanionException, IOException, InterruptedException {
        return askNumber(200, visit, Map.of("numberError", "", "errors", List.of()));
    }

    private Answer askNumber(int status, Visit visit, Map<String, Object> wrong)
            throws CompanionException, IOException, InterruptedException {
        String id = visit.form().text("id");
        VaultEntry child = desk.waiting().children().stream()
                .filter(entry -> name(entry).equals(id))
                .findFirst()
                .orElseThrow(() -> new CompanionException(Reason.LOCAL_ID_UNKNOWN));
        Map<String, Object> values = new HashMap<>(wrong);
        values.putAll(row(child, visit.language()));
        return pages.page(status, visit, "merge", values);
    }

    /** Shows what a merge would do. */
    Answer check(Visit visit) throws CompanionException, IOException, InterruptedException {
        Fields fields = new Fields(visit, pages.texts(), today.get());
        Optional<Admission.Admitted> number = fields.number();
        if (number.isEmpty()) {
            return askNumber(UNPROCESSABLE, visit, fields.values());
        }
        VaultIdentity.Numbered numbered =
                new VaultIdentity.Numbered(number.get().number());
        String id = visit.form().text("id");
        Pair pair = desk.pair(id, numbered);
        Map<String, Object> values = new HashMap<>(row(pair.local(), visit.language()));
        values.put("ending", Fields.ending(numbered.number()));
        values.put("known", pair.numbered().isPresent());
        values.put("knownWhy", pair.numbered().map(VaultEntry::why).orElse(""));
        values.put("until", Words.date(pair.until(), visit.language()));
        values.put("pending", pending.keep(visit.session(), id, numbered));
        return pages.page(200, visit, "check", values);
    }

    /** Does it, once, for the browser that looked at it. */
    Answer confirm(Visit visit) throws CompanionException, IOException, InterruptedException {
        Optional<PendingMerges.Pending> asked =
                pending.take(visit.session(), visit.form().text("pending"));
        if (asked.isEmpty()) {
            return list(visit, List.of(pages.texts().text(visit.language(), "pendingGone")));
        }
        OutstandingMerge merge = desk.merge(asked.get().localId(), asked.get().numbered());
        String told = deliver(merge, visit.language());
        return pages.page(
                200,
                visit,
                "merged",
                Map.of(
                        "id", asked.get().localId(),
                        "ending", Fields.ending(asked.get().numbered().number()),
                        "told", told));
    }

    /** Tells the service again of what it was not told yet. */
    Answer send(Visit visit) throws CompanionException, IOException, InterruptedException {
        List<String> notes = new java.util.ArrayList<>();
        for (Merging each : desk.waiting().merging()) {
            notes.add(each.localId() + ": " + deliver(each.merge(), visit.language()));
        }
        return list(visit, notes);
    }

    private String deliver(OutstandingMerge merge, Language language)
            throws CompanionException, IOException, InterruptedException {
        return switch (post.deliver(merge)) {
            case MergePost.Told told -> {
                desk.settle(merge);
                yield pages.texts().text(language, "mergeTold");
            }
            case MergePost.NotYet notYet -> language.choose(notYet.danish(), notYet.english());
        };
    }
}

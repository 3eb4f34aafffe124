package dk.rettidig.oversight.extract;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.FormerPseudonyms;
import dk.rettidig.feed.PersonRows;
import dk.rettidig.flag.Flags;
import dk.rettidig.flag.Memberships;
import dk.rettidig.flag.Runs;
import dk.rettidig.ledger.ChildEntries;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gathers all that can be said of a child, oldest first. Nothing is written; the caller has asked the gate. */
@Singleton
public class Gathering {

    private static final Comparator<Passage> BY_TIME = Comparator.comparing(Passage::at)
            .thenComparing(Passage::kind)
            .thenComparing(passage -> passage.text().danish());

    private final ChildEntries entries;
    private final LedgerReader reader;
    private final Flags flags;
    private final Runs runs;
    private final FormerPseudonyms former;
    private final FactTexts texts;
    private final Grounds grounds;
    private final HeldPassages held;
    private final CasePassages cases;
    private final NotificationPassages notifications;
    private final HandoverPassages handovers;

    Gathering(
            ChildEntries entries,
            LedgerReader reader,
            Flags flags,
            Runs runs,
            FormerPseudonyms former,
            PersonRows rows,
            Memberships memberships,
            CasePassages cases,
            NotificationPassages notifications,
            HandoverPassages handovers,
            FactTexts texts,
            Grounds grounds) {
        this.entries = entries;
        this.reader = reader;
        this.flags = flags;
        this.runs = runs;
        this.former = former;
        this.texts = texts;
        this.grounds = grounds;
        this.cases = cases;
        this.notifications = notifications;
        this.handovers = handovers;
        this.held = new HeldPassages(rows, memberships, texts, grounds);
    }

    /** The passages about a child up to the newest checkpoint; of a child that is not known there are none. */
    public List<Passage> of(MunicipalityCode municipality, Pseudonym child) {
        List<FormerPseudonyms.Former> names = former.of(municipality, child);
        List<Pseudonym> all = Stream.concat(Stream.of(child), names.stream().map(FormerPseudonyms.Former::pseudonym))
                .toList();
        List<Passage> recorded = new LedgerPassages(
                        municipality, grounds, new FlagPassages(municipality, all, flags, runs, texts, grounds))
                .of(entries.of(
                        municipality.value(), child.bytes(), reader.checkpoint().size()));
        return Stream.of(
                        recorded,
                        held.delivered(municipality, child),
                        held.scope(municipality, child),
                        held.concluded(municipality, child),
                        cases.of(municipality, child),
                        notifications.of(municipality, child),
                        handovers.of(municipality, child),
                        held.calculated(municipality, all),
                        held.renamed(names))
                .flatMap(List::stream)
                .sorted(BY_TIME)
                .toList();
    }
}

package dk.rettidig.oversight;

import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Reads.own;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.oversight.ReadsAgainstEntries.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the database read otherwise than the entries say is a difference. */
class ReadsAgainstEntriesTest {

    private static final ReadsByEntry DECLARED = new ReadsByEntry(Map.of(
            "gate.permitted open", none().beside("thing"),
            "thing.opened", own("thing", "secret"),
            "other.opened", own("other")));

    private static final Transaction ASKED = new Transaction(Set.of("thing"), List.of());
    private static final Transaction PERMITTED = new Transaction(Set.of(), List.of("gate.permitted open"));
    private static final Transaction OPENED = new Transaction(Set.of("thing", "secret"), List.of("thing.opened"));

    private static List<String> differences(Transaction... transactions) {
        return new ReadsAgainstEntries(List.of(transactions)).differences(DECLARED);
    }

    @Test
    void whatIsEnteredAsItIsReadAgrees() {
        assertThat(differences(ASKED, PERMITTED, OPENED)).isEmpty();
        assertThat(differences(ASKED, PERMITTED, OPENED, ASKED, PERMITTED, OPENED))
                .isEmpty();
    }

    @Test
    void entriesOfOneTransactionAccountForItTogether() {
        assertThat(differences(
                        new Transaction(Set.of("thing", "secret", "other"), List.of("thing.opened", "other.opened"))))
                .isEmpty();
    }

    @Test
    void aReadWithoutAnyEntryIsADifference() {
        assertThat(differences(ASKED)).containsExactly("no entry accounts for 1 of [thing]");
    }

    @Test
    void aReadMoreThanEntriesStandForIsADifference() {
        assertThat(differences(ASKED, PERMITTED, OPENED, ASKED)).containsExactly("no entry accounts for 1 of [thing]");
    }

    @Test
    void aTableMoreInTheTransactionOfAnEntryIsADifference() {
        Transaction wider = new Transaction(Set.of("thing", "secret", "other"), List.of("thing.opened"));

        assertThat(differences(wider)).singleElement().asString().contains("and read was [", "other");
    }

    @Test
    void aTableLessInTheTransactionOfAnEntryIsADifference() {
        assertThat(differences(new Transaction(Set.of("thing"), List.of("thing.opened"))))
                .singleElement()
                .asString()
                .contains("accounts for [secret, thing]");
    }

    @Test
    void anEntryOfWhichNothingWasReadIsADifference() {
        assertThat(differences(PERMITTED)).containsExactly("nothing was read as entered: 1 of [thing]");
    }

    @Test
    void anEntryThatNobodyDeclaredStandsForNothing() {
        assertThat(differences(new Transaction(Set.of("thing"), List.of("thing.listed"))))
                .hasSize(1);
        assertThat(differences(new Transaction(Set.of(), List.of("thing.listed"))))
                .isEmpty();
    }
}

package dk.rettidig.feed.rest;

import dk.rettidig.feed.Deliveries.QuarantinedRow;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.intake.Receipt;
import java.util.List;

/**
 * A receipt as JSON.
 *
 * @param checkpoint the signed note (C2SP tlog-checkpoint) that covers the entry, as text
 */
record ReceiptAnswer(
        String deliveryId,
        String feed,
        Rows rows,
        Quarantine quarantine,
        String sha256,
        Entry entry,
        String checkpoint) {

    record Rows(long valid, long quarantined, long repeated) {
        static Rows of(Delivery.Rows rows) {
            return new Rows(rows.valid(), rows.quarantined(), rows.repeated());
        }
    }

    /**
     * Where the quarantined rows are.
     *
     * @param rows the first 1,000 of them
     */
    record Quarantine(String href, List<Row> rows) {}

    record Row(long line, String code) {
        static Row of(QuarantinedRow row) {
            return new Row(row.line(), row.code().code());
        }
    }

    record Entry(long leafIndex, long treeSize) {}

    static ReceiptAnswer of(Receipt receipt) {
        Delivery delivery = receipt.delivery();
        return new ReceiptAnswer(
                delivery.id().toString(),
                delivery.feed().value(),
                Rows.of(delivery.rows()),
                new Quarantine(
                        "/api/v1/deliveries/" + delivery.id() + "/quarantine",
                        receipt.quarantined().stream().map(Row::of).toList()),
                delivery.sha256().text(),
                new Entry(receipt.covered().leafIndex(), receipt.covered().treeSize()),
                receipt.covered().checkpoint());
    }
}

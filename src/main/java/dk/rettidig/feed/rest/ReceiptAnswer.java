package dk.rettidig.feed.rest;

import dk.rettidig.feed.Deliveries.QuarantinedRow;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.intake.Receipt;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A receipt as JSON.
 *
 * @param checkpoint the signed note (C2SP tlog-checkpoint) that covers the entry, as text
 */
@Schema(name = "Receipt")
record ReceiptAnswer(
        @Schema(format = "uuid") String deliveryId,
        String feed,
        Rows rows,
        Quarantine quarantine,
        String sha256,
        Entry entry,

        @Schema(description = "The signed note (C2SP tlog-checkpoint) that covers the entry.")
        String checkpoint) {

    @Schema(name = "RowCounts")
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
    @Schema(name = "ReceiptQuarantine")
    record Quarantine(
            @Schema(description = "Where people of the municipality read all of them.", format = "uri-reference")
            String href,

            @Schema(description = "The first 1,000 of them.")
            List<Row> rows) {}

    @Schema(name = "QuarantinedRow")
    record Row(
            long line,

            @Schema(description = "A code of docs/errors.md.")
            String code) {
        static Row of(QuarantinedRow row) {
            return new Row(row.line(), row.code().code());
        }
    }

    @Schema(name = "ReceiptEntry")
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

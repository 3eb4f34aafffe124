package dk.rettidig.feed.page;

import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.web.Language;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a delivery that stayed out, written page by page so that a million of them need no memory. */
record QuarantineFile(Deliveries deliveries, DeliveryId delivery, Language language) {

    private static final int PAGE = 10_000;

    void write(OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(language.choose("linje,kode,grund\r\n", "line,code,reason\r\n"));
        long after = 0;
        List<Deliveries.QuarantinedRow> page = page(after);
        while (!page.isEmpty()) {
            for (Deliveries.QuarantinedRow row : page) {
                String reason = language.choose(row.code().danish(), row.code().english());
                csv.write(row.line() + "," + row.code().code() + ",\"" + reason.replace("\"", "\"\"") + "\"\r\n");
                after = row.line();
            }
            page = page(after);
        }
        csv.flush();
    }

    private List<Deliveries.QuarantinedRow> page(long after) {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.quarantine(delivery, after, PAGE));
    }
}

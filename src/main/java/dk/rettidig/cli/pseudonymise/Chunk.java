package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that are finished together: at most one batch of persons that nobody asked for yet, and as many rows of others as fit.
 */
final class Chunk {

    /** Rows and bytes after which a piece is finished even when its batch is not full. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_BYTES = 4 << 20;

    /**
     * A row and where its pseudonym is found.
     *
     * @param entry of the table; -1 when the table was full
     * @param position in this piece's own batch; -1 when an earlier piece asked
     */
    private record Item(Row row, int entry, int position) {}

    private final PseudonymTable table;
    private final List<Item> items = new ArrayList<>();
    private final List<CprNumber> asked = new ArrayList<>();
    private final Map<CprNumber, Integer> positions = new HashMap<>();
    private int bytes;
    private long input;

    Chunk(PseudonymTable table) {
        this.table = table;
    }

    /** Adds the row that ends at the given byte of the input. */
    void add(Row row, long offset) {
        input = offset;
        switch (row) {
            case Row.Bad _ -> {
                // Stays out.
            }
            case Row.Kept kept -> {
                items.add(new Item(kept, -1, -1));
                bytes += kept.bytes().length;
            }
            case Row.Good good -> {
                items.add(item(good));
                bytes += good.before().length + good.after().length;
            }
        }
    }

    private Item item(Row.Good row) {
        int entry = table.find(row.number());
        Integer position = positions.get(row.number());
        if (position != null) {
            return new Item(row, entry, position);
        }
        if (entry >= 0) {
            return new Item(row, entry, -1);
        }
        asked.add(row.number());
        positions.put(row.number(), asked.size() - 1);
        return new Item(row, table.promise(row.number()), asked.size() - 1);
    }

    boolean isFull() {
        return asked.size() == Blinding.LARGEST_BATCH || items.size() >= MOST_ROWS || bytes >= MOST_BYTES;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Bytes of the input up to the last row. */
    long input() {
        return input;
    }

    /** Asks for the persons of the batch. */
    List<Pseudonym> ask(AuthorityClient authority) throws AskException, InterruptedException {
        if (asked.isEmpty()) {
            return List.of();
        }
        return authority.ask(asked.stream().map(CprNumber::input).toList());
    }

    /** Writes the rows; earlier pieces were written before. */
    void finish(List<Pseudonym> answer, PartialOutput out) throws java.io.IOException {
        for (Item item : items) {
            if (item.row() instanceof Row.Good) {
                Pseudonym pseudonym = item.position() >= 0 ? answer.get(item.position()) : table.get(item.entry());
                if (item.entry() >= 0 && item.position() >= 0) {
                    table.fill(item.entry(), pseudonym);
                }
                out.write(item.row().output(pseudonym.text()));
            } else {
                out.write(item.row().output(""));
            }
        }
    }

    @Override
    public String toString() {
        return "Chunk[" + items.size() + " rows hidden]";
    }
}

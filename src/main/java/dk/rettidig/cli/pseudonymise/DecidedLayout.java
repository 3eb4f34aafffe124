package dk.rettidig.cli.pseudonymise;

import java.util.Optional;

/** A layout whose rows are read as people decided about numbers that are near another. */
record DecidedLayout(Layout inner, Decisions decisions) implements Layout {

    @Override
    public int delimiter() {
        return inner.delimiter();
    }

    @Override
    public String column() {
        return inner.column();
    }

    @Override
    public Row read(byte[] record, long line, boolean first) {
        return decisions.applied(inner.read(record, line, first));
    }

    @Override
    public String columnAt(byte[] record, int at) {
        return inner.columnAt(record, at);
    }

    @Override
    public Optional<String> text(byte[] record, boolean first, String named) {
        return inner.text(record, first, named);
    }

    @Override
    public String text() {
        return inner.text() + ":" + decisions.identity();
    }
}

package dk.rettidig.ledger;

import java.nio.charset.StandardCharsets;

/** An event of tests. */
record TestEvent(String type, EventFields fields) implements LedgerEvent {

    static TestEvent numbered(long number) {
        return new TestEvent("test.numbered", EventFields.none().number("number", number));
    }

    static TestEvent committing(String value) {
        return new TestEvent(
                "test.committing", EventFields.none().committed("note", value.getBytes(StandardCharsets.UTF_8)));
    }
}

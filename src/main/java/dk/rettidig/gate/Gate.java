package dk.rettidig.gate;

/** The one door. */
public interface Gate {

    /**
     * Decides and records the decision in a committed transaction of its own before it returns.
     *
     * @throws dk.rettidig.ledger.LedgerFault when the decision cannot be recorded; nothing may then happen
     */
    Decision decide(Request request);

    /**
     * Decides, records, and returns only when permitted.
     *
     * @throws RefusedFault with the rule's code and citation when refused or undecidable
     */
    default Decision.Permitted demand(Request request) {
        return switch (decide(request)) {
            case Decision.Permitted permitted -> permitted;
            case Decision.Refused refused -> throw new RefusedFault(refused.reasons(), refused.policy());
            case Decision.Undecidable undecidable ->
                throw new RefusedFault(undecidable.reasons(), undecidable.policy());
        };
    }
}

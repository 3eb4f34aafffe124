package dk.rettidig.authority;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.Instant;

/** What happens at the pseudonym authority. Counts and digests, never an element. */
public sealed interface AuthorityEvent extends LedgerEvent {

    /** Something was done about a client, told in full. */
    @Recorded(
            by = {ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER, ActorKind.OPERATOR},
            ground = "GDPR 32(4)")
    record ClientChanged(ClientChange change, Client client) implements AuthorityEvent {
        @Override
        public String type() {
            return change.type;
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("client", client.id().value())
                    .text("key", client.keyId().value())
                    .text("municipality", client.municipality().value())
                    .texts(
                            "domains",
                            client.domains().stream()
                                    .map(PseudonymDomain::text)
                                    .sorted()
                                    .toList())
                    .texts(
                            "conversions",
                            client.conversions().stream()
                                    .map(PseudonymDomain::text)
                                    .sorted()
                                    .toList())
                    .number("population", client.population());
        }
    }

    /** What was done about a client. */
    enum ClientChange {
        PROPOSED("authority.client_proposed"),
        APPROVED("authority.client_approved"),
        WITHDRAWN("authority.client_withdrawn");

        private final String type;

        ClientChange(String type) {
            this.type = type;
        }
    }

    /** A batch was evaluated: who asked, with which key, how many elements, over which bytes. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 4(5), 25(1)")
    record BatchEvaluated(VerifiedRequest request, int holder, String mode, int elements) implements AuthorityEvent {
        @Override
        public String type() {
            return "authority.batch_evaluated";
        }

        @Override
        public EventFields fields() {
            return asked(request)
                    .number("holder", holder)
                    .text("mode", mode)
                    .number("elements", elements)
                    .text("sha256", request.sha256());
        }
    }

    /** A batch was converted: evaluated with the keys of two domains, whose names stand beside the client's. */
    @Recorded(by = ActorKind.REGISTRY, ground = "GDPR 4(5), 25(1)")
    record BatchConverted(VerifiedRequest request, int holder, int elements) implements AuthorityEvent {
        @Override
        public String type() {
            return "authority.batch_converted";
        }

        @Override
        public EventFields fields() {
            return asked(request)
                    .number("holder", holder)
                    .number("elements", elements)
                    .text("sha256", request.sha256());
        }
    }

    /** The key of a domain is about to be erased, or was proposed for it. */
    @Recorded(
            by = {ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER, ActorKind.SCHEDULER},
            ground = "GDPR 5(1)(e), 4(5)")
    record DomainChanged(DomainChange change, PseudonymDomain domain) implements AuthorityEvent {
        @Override
        public String type() {
            return change.type;
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("domain", domain.text()).text("municipality", domain.municipality());
        }
    }

    /** What was done about a domain. */
    enum DomainChange {
        ERASURE_PROPOSED("authority.domain_erasure_proposed"),
        ERASED("authority.domain_erased");

        private final String type;

        DomainChange(String type) {
            this.type = type;
        }
    }

    /** A batch that the gate permitted was not evaluated. */
    @Recorded(by = ActorKind.REGISTRY, result = Recorded.Result.REFUSED, ground = "GDPR 4(5), 32(1)(b)")
    record BatchRefused(VerifiedRequest request, AuthorityErrorCode code) implements AuthorityEvent {
        @Override
        public String type() {
            return "authority.batch_refused";
        }

        @Override
        public EventFields fields() {
            return asked(request).text("code", code.code());
        }
    }

    /** Attempts of one minute whose signature could not be verified. */
    @Recorded(by = ActorKind.SCHEDULER, result = Recorded.Result.REFUSED, ground = "GDPR 32(1)(b)")
    record RequestsUnverified(Instant minute, long attempts) implements AuthorityEvent {
        @Override
        public String type() {
            return "authority.requests_unverified";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().moment("minute", minute).number("attempts", attempts);
        }
    }

    private static EventFields asked(VerifiedRequest request) {
        EventFields fields = EventFields.none()
                .text("client", request.client().id().value())
                .text("key", request.client().keyId().value())
                .text("domain", request.domain().text())
                .text("request_sha256", request.idDigest());
        return request.to().map(to -> fields.text("to_domain", to.text())).orElse(fields);
    }
}

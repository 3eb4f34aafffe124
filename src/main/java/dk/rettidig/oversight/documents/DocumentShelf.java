package dk.rettidig.oversight.documents;

import dk.rettidig.access.Actor;
import dk.rettidig.gate.Policies;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.scoring.ModelIntegrityException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The documents of this installation, made when somebody first asks of the policy set in force and the release that runs are
 * offered first: neither changes while the process lives. Reading one is an entry; the caller has asked the gate.
 */
@Singleton
public class DocumentShelf {

    private static final Logger LOG = Logger.getLogger(DocumentShelf.class);
    private static final String ENDING = "\\.md$";

    private final Policies policies;
    private final Ledger ledger;
    private volatile Optional<List<Document>> made = Optional.empty();

    DocumentShelf(Policies policies, Ledger ledger) {
        this.policies = policies;
        this.ledger = ledger;
    }

    /**
     * All documents, by id.
     *
     * @throws OversightFault {@code documents_unavailable} when the release may not be used: nothing is said of it then
     */
    public List<Document> list() {
        Optional<List<Document>> known = made;
        if (known.isPresent()) {
            return known.get();
        }
        List<Document> documents = make();
        made = Optional.of(documents);
        return documents;
    }

    private List<Document> make() {
        try {
            Running running = Running.packaged(policies);
            List<Document> documents = new ArrayList<>();
            GeneratedDocuments.of(running)
                    .forEach((name, text) -> documents.add(new Document(name.replaceFirst(ENDING, ""), text)));
            running.card().ifPresent(card -> documents.add(new Document("model-card", card)));
            return List.copyOf(documents);
        } catch (ModelIntegrityException refused) {
            LOG.errorf("documents not made reason=%s", refused.getMessage());
            throw new OversightFault(OversightErrorCode.DOCUMENTS_UNAVAILABLE);
        }
    }

    /**
     * One document; enters that it was read, and in which version, before it answers.
     *
     * @throws OversightFault {@code not_found}, {@code documents_unavailable}
     */
    public Document read(Actor actor, String id) {
        Document document =
                list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(OversightFault::notFound);
        ledger.appendCommitted(actor, new DocumentEvent.Read(document.id(), document.digest()));
        return document;
    }
}

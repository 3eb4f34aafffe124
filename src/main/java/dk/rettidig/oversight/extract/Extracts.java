package dk.rettidig.oversight.extract;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Extracts on file. Each method takes part in the caller's transaction. */
public interface Extracts {

    /** Files a draft; its entries are numbered from 1. */
    void add(Extract extract, Pseudonym child, List<Passage> passages);

    /** An extract with its entries; locks it, so that of a decision and a release one comes first. */
    Optional<Extract.Draft> lock(MunicipalityCode municipality, UUID id);

    /** An extract with its entries. */
    Optional<Extract.Draft> find(MunicipalityCode municipality, UUID id);

    /** Whom an extract concerns. */
    Pseudonym child(Extract extract);

    /** Files decisions by number, in place of earlier ones. */
    void decide(Extract extract, Map<Integer, Extract.Decision> decisions);

    /** Files what is released. */
    void release(Extract extract, Extract.Release release, Document document);

    /** What was released; empty when nothing was. */
    Optional<Document> document(MunicipalityCode municipality, UUID id);

    /** The municipality's extracts, newest first. */
    List<Extract> list(MunicipalityCode municipality);

    /** Municipalities that have extracts. */
    List<MunicipalityCode> municipalities();

    /** Erases extracts prepared or released before the moment, unless a halt keeps them; returns how many. */
    int eraseBefore(MunicipalityCode municipality, Instant before);

    /** The same in two forms, UTF-8. */
    record Document(String json, String html) {
        @Override
        public String toString() {
            return "Document[hidden]";
        }
    }
}

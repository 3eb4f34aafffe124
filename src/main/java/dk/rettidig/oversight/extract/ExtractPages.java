package dk.rettidig.oversight.extract;

/** Writes a document for people who read. Implemented by the pages. */
public interface ExtractPages {

    /** One file that needs nothing else, Danish first, English beside it. */
    String html(ExtractDocument document);
}

/**
 * Whether the record of a case is complete: rules of {@code policies/case-rules.yaml} over dates and kinds of documents.
 * Holds no content of any document. The absence of a record is not the absence of help.
 */
@NullMarked
package dk.rettidig.casefile;

import org.jspecify.annotations.NullMarked;

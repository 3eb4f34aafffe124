/**
 * {@code ./rettidig reidentify}: beside the municipality's vault, redeems one ticket at the service and shows one person. The
 * service learns that it happened and never who it was; the person is shown only once the record is proved to have it.
 */
@NullMarked
package dk.rettidig.cli.reidentify;

import org.jspecify.annotations.NullMarked;

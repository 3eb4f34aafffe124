package dk.rettidig.feed.intake;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it came over the wire, nothing of its body read.
 *
 * @param feedPath what stood in the path, unchecked
 * @param contentLength bytes that the sender announced; -1 when it announced none
 */
public record Incoming(
        String feedPath,
        @Nullable String note,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        long contentLength,
        InputStream body) {}

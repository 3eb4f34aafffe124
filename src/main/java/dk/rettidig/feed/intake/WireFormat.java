package dk.rettidig.feed.intake;

import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.body.BodyReader;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the headers say about the body (RFC 9110 sections 8.3 and 8.4). */
record WireFormat(BodyReader.Format format, boolean gzip) {

    static WireFormat of(Incoming incoming, long maximumBytes) {
        if (incoming.contentLength() > maximumBytes) {
            throw new FeedFault(FeedErrorCode.TOO_LARGE, Map.of("limit_bytes", maximumBytes));
        }
        return new WireFormat(format(incoming.contentType()), gzip(incoming.contentEncoding()));
    }

    private static BodyReader.Format format(@Nullable String contentType) {
        String[] parts = (contentType == null ? "" : contentType).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw new FeedFault(FeedErrorCode.MEDIA_TYPE);
            }
        }
        return switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/x-ndjson" -> BodyReader.Format.NDJSON;
            case "text/csv" -> BodyReader.Format.CSV;
            default -> throw new FeedFault(FeedErrorCode.MEDIA_TYPE);
        };
    }

    private static boolean gzip(@Nullable String contentEncoding) {
        String encoding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw new FeedFault(FeedErrorCode.CONTENT_ENCODING);
        };
    }
}

package dk.rettidig.notification.discussion.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All discussions, newest first. */
@Schema(name = "FigureDiscussionList")
record DiscussionList(
        @Schema(description = "Actions past their day that nobody ended.")
        long overdue,

        List<DiscussionAnswer> discussions) {}

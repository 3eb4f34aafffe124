package dk.rettidig.notification.page;

import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationFault;
import dk.rettidig.text.TextErrorCode;
import dk.rettidig.web.FieldError;
import dk.rettidig.web.FormErrors;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The page of one notification, as it is and after something on it went wrong. */
@Singleton
class NotificationSheet {

    private final NotificationLabels labels;
    private final Shells shells;

    NotificationSheet(NotificationLabels labels, Shells shells) {
        this.labels = labels;
        this.shells = shells;
    }

    Response show(NotificationDesk.View view, String chosen, String because, FormErrors problems, int status) {
        return shells.page(
                        Templates.notification(
                                shells.shell(),
                                NotificationView.of(view, labels, chosen, shells.language()),
                                because,
                                problems),
                        status)
                .build();
    }

    /** The page again, with what is wrong at a field. */
    Response wrong(NotificationDesk.View view, NotificationFault fault, String field) {
        return show(view, "", "", problems(fault, field), fault.errorCode().status());
    }

    /** What is about no field is said at the field where the reader begins. */
    FormErrors problems(NotificationFault fault, String field) {
        if (fault.errorCode().status() == Response.Status.NOT_FOUND.getStatusCode()) {
            throw fault;
        }
        List<FieldError> problems =
                fault.problems().isEmpty() ? List.of(new FieldError(field, fault.errorCode())) : fault.problems();
        return FormErrors.of(problems, shells.language());
    }

    /** A text with a CPR number is not shown again either. */
    static String again(NotificationFault fault, String because) {
        return fault.problems().stream().anyMatch(each -> each.code() == TextErrorCode.TEXT_HAS_CPR) ? "" : because;
    }

    static Optional<Integer> version(String text) {
        return Optional.of(text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1);
    }

    @CheckedTemplate(basePath = "notification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notification(
                Shell shell, NotificationView view, String because, FormErrors problems);
    }
}

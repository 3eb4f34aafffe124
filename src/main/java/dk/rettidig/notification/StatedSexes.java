package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;

/** Where intake puts what a notification states of the child's sex. Nobody reads it here. */
public interface StatedSexes {

    /**
     * Puts it beside the notification, in the caller's transaction. What was stated first stays, and an unborn child's
     * notification takes none.
     */
    void state(MunicipalityCode municipality, NotificationId notification, ChildSex sex);
}

package dk.rettidig.notification;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.util.Map;

/** What the notifications about a child state of its sex: for the child's own extract alone. */
public interface SexesOfChild {

    /** By the notifications that state it; in the caller's transaction. */
    Map<NotificationId, ChildSex> ofChild(MunicipalityCode municipality, Pseudonym child);
}

package dk.rettidig.notification.comparison;

import dk.rettidig.access.MunicipalityCode;

/**
 * A municipality's published figures of one year.
 *
 * @param notifications about all its children, not negative
 * @param children aged 0 to 17, at least 1
 */
public record AreaFigure(MunicipalityCode municipality, ComparedAs as, long notifications, long children) {}

package dk.rettidig.notification.comparison.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page that compares municipalities, in Danish; English stands in {@code messages/comparison_en.properties}. */
@MessageBundle("comparison")
public interface ComparisonWords {

    @Message("Sammenlign kommuner")
    String title();

    @Message(
            "Underretninger pr. 100 børn i offentliggjorte tal. Små kommuners tal svinger meget ved tilfældighed alene; derfor vises også, hvad tilfældet kan forklare.")
    String text();

    @Message("År")
    String year();

    @Message("Hvem sammenlignes med?")
    String group();

    @Message("Vis")
    String show();

    @Message("{year}: i alt {rate} underretninger pr. 100 børn")
    String heading(int year, String rate);

    @Message("Kilde: {source}. Indlæst {at}.")
    String source(String source, String at);

    @Message("Kommune")
    String municipality();

    @Message("Børn")
    String children();

    @Message("Underretninger")
    String notifications();

    @Message("Pr. 100 børn")
    String rate();

    @Message("Trukket mod landet (95 %)")
    String drawn();

    @Message("Over for tilfældet")
    String place();

    @Message(
            "Trukket mod landet: en lille kommunes tal flyttes langt mod det fælles, en stors næsten ikke. Grænserne er dem, tilfældet alene ville overskride hos én af 20 og én af 500 kommuner.")
    String reading();

    @Message("Der er for få kommuner i tallene til at trække nogen mod et fælles tal. Vis mindst ti.")
    String notDrawn();

    @Message(
            "Et højt tal er ingen fejl. Det kan være flere børn med behov, en bedre opmærksomhed eller en anden måde at registrere på. Tallene siger ikke hvilken.")
    String meaning();

    @Message("Hver kommune som en prik: børn og underretninger pr. 100 børn")
    String plotTitle();

    @Message(
            "Linjerne er de ydre grænser for tilfældet. Prikken for jeres egen kommune er udfyldt. De samme tal står i tabellen.")
    String plotText();

    @Message("Egen kommune")
    String own();

    @Message("Ingen tal endnu")
    String emptyTitle();

    @Message(
            "Den faglige leder indlæser offentliggjorte tal for alle kommuner, for eksempel Danmarks Statistiks, ét år ad gangen.")
    String emptyText();

    @Message("Indlæs et års tal")
    String load();

    @Message("Kun tal, der er offentliggjort. En ny indlæsning af et år vises i stedet for den gamle, som bliver gemt.")
    String loadText();

    @Message("Hvor er tallene offentliggjort, og hvornår er de hentet?")
    String sourceLabel();

    @Message("Tallene")
    String figures();

    @Message(
            "CSV med overskriften municipality,notifications,children,compared_as. Den sidste er neighbour, similar, both eller tom: I vælger, hvem I ligner.")
    String figuresHint();

    @Message("Indlæs")
    String submit();

    @Message("Fejl:")
    String error();
}

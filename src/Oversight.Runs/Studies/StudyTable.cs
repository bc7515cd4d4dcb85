using System.Collections.Immutable;
using System.Globalization;
using Oversight.Runs.Statistics;

namespace Oversight.Runs.Studies;

/// <summary>A table of figures; where its rows are places on a scale it is drawn as curves as well.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="RowName">What the rows are: <c>steps</c>, <c>lambda</c>, <c>rules</c>.</param>
/// <param name="Rows">The label of each row.</param>
/// <param name="Places">The place of each row; empty where rows are no places.</param>
/// <param name="Columns">One column each: its heading and its value in each row.</param>
public sealed record StudyTable(
    string Title,
    string RowName,
    ImmutableArray<string> Rows,
    ImmutableArray<double> Places,
    ImmutableArray<(string Name, ImmutableArray<Estimate> Values)> Columns)
{
    /// <summary>A table whose rows are places on a scale.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="rowName">What the places are.</param>
    /// <param name="places">The place of each row.</param>
    /// <param name="columns">One column each.</param>
    public StudyTable(string title, string rowName, ImmutableArray<double> places, ImmutableArray<(string Name, ImmutableArray<Estimate> Values)> columns)
        : this(title, rowName, [.. places.Select(place => place.ToString("0.###", CultureInfo.InvariantCulture))], places, columns)
    {
    }

    /// <summary>A table of some series at the places of the first.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="rowName">What the places are.</param>
    /// <param name="series">The series; what stands after the last slash is the heading, unless the series is about a slash itself.</param>
    public static StudyTable Of(StudyMeasures measures, string title, string rowName, params IEnumerable<string> series)
    {
        string[] names = [.. series];
        ImmutableArray<double> places = [.. measures.PlacesOf(names[0])];
        return new StudyTable(
            title,
            rowName,
            places,
            [.. names.Select(name => (HeadingOf(name), places.Select(x => measures.EstimateAt(name, x)).ToImmutableArray()))]);
    }

    /// <summary>A table with a row for each arm of a study, of the figures at the end.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="rowName">What the arms are.</param>
    /// <param name="arms">The arms, with which the names of their series begin.</param>
    /// <param name="figures">The figures, with which they end.</param>
    public static StudyTable OfArms(StudyMeasures measures, string title, string rowName, IEnumerable<string> arms, params IEnumerable<string> figures)
    {
        ImmutableArray<string> rows = [.. arms];
        return new StudyTable(
            title,
            rowName,
            rows,
            [],
            [.. figures.Select(figure => (figure, rows.Select(arm => measures.EstimateLast($"{arm}/{figure}")).ToImmutableArray()))]);
    }

    private static string HeadingOf(string series) => series[(series.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

using System.Collections.Immutable;
using Oversight.Training.Comparisons;

namespace Oversight.Training.Experiments;

/// <summary>A table of series by place, which is also drawn as curves.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="PlaceName">What the places are: <c>steps</c>, <c>lambda</c>.</param>
/// <param name="Places">One row each.</param>
/// <param name="Columns">One column each: its heading and its values by place.</param>
public sealed record StudyTable(string Title, string PlaceName, ImmutableArray<double> Places, ImmutableArray<(string Name, ImmutableArray<Estimate> Values)> Columns)
{
    /// <summary>A table of some series at the places of the first.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="placeName">What the places are.</param>
    /// <param name="series">The series; what stands after the last slash is the heading.</param>
    public static StudyTable Of(StudyMeasures measures, string title, string placeName, params IEnumerable<string> series)
    {
        string[] names = [.. series];
        ImmutableArray<double> places = [.. measures.PlacesOf(names[0])];
        return new StudyTable(
            title,
            placeName,
            places,
            [.. names.Select(name => (name[(name.LastIndexOf('/') + 1)..], places.Select(x => measures.EstimateAt(name, x)).ToImmutableArray()))]);
    }
}

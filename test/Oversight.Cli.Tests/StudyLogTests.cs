using Oversight.Cli.Rendering;
using Oversight.Runs.Studies;

namespace Oversight.Cli.Tests;

public sealed class StudyLogTests
{
    [Fact]
    public void LineOf_ManyUnitsAtOnce_EachStateOnceAndFewLines()
    {
        const int units = 24;
        var log = new StudyLog();
        var lines = new List<string>();
        for (int step = 1; step <= 300; step++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                double share = ((step - 1) * units + unit + 1) / (300.0 * units);
                int finished = step == 300 ? unit + 1 : 0;
                var progress = new StudyProgress(1, $"unit-{unit}", step, 300) { Units = units, UnitsFinished = finished, Share = share };
                if (log.LineOf(progress) is { } line)
                    lines.Add(line);
            }
        }

        Assert.Equal(lines, lines.Distinct());
        Assert.InRange(lines.Count, 10, 21);
        Assert.Equal(" 100 %  24 of 24 parts finished", lines[^1]);
    }
}

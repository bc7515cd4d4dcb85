using System.Globalization;
using System.Xml.Linq;
using Oversight.Reports.Html;

namespace Oversight.Training.Tests.Reports;

/// <summary>The law of drawings: every text lies within its drawing.</summary>
internal static class DrawnText
{
    private const double Ascent = 11;
    private const double Descent = 3.5;

    public static void AssertInside(XContainer page)
    {
        foreach (XElement drawing in page.Descendants("svg"))
        {
            string[] numbers = drawing.Attribute("viewBox")!.Value.Split(' ');
            double[] frame = [.. numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            foreach (XElement text in drawing.Elements("text"))
                AssertInside(text, frame[2], frame[3]);
        }
    }

    private static void AssertInside(XElement text, double width, double height)
    {
        string[] classes = text.Attribute("class")!.Value.Split(' ');
        double length = TextWidth.Of(text.Value, classes.Contains("name"));
        double x = (double)text.Attribute("x")!;
        double left = classes.Contains("end") ? x - length : classes.Contains("middle") ? x - length / 2 : x;
        double y = (double)text.Attribute("y")!;

        // Coordinates are written to a tenth.
        Assert.True(left >= -0.1 && left + length <= width + 0.1, $"'{text.Value}' reaches from {left} to {left + length} of {width}");
        Assert.True(y - Ascent >= 0 && y + Descent <= height, $"'{text.Value}' stands at {y} of {height}");
    }
}

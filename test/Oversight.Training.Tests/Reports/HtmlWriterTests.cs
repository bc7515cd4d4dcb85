using System.Xml.Linq;
using Oversight.Reports.Html;

namespace Oversight.Training.Tests.Reports;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_MarkupInIt_Escaped()
    {
        var html = new HtmlWriter();
        using (html.In("p", ("title", "a\"b<c>&")))
            html.Text("1 < 2 && \"3\" > 2 </p>");
        XElement read = XDocument.Parse(html.ToString()).Root!;
        Assert.Equal("1 < 2 && \"3\" > 2 </p>", read.Value);
        Assert.Equal("a\"b<c>&", read.Attribute("title")!.Value);
    }

    [Fact]
    public void In_EmptyDiv_ClosedByATagOfItsOwn()
    {
        var html = new HtmlWriter();
        using (html.In("div"))
        {
        }

        Assert.Contains("<div></div>", html.ToString(), StringComparison.Ordinal);
    }
}
